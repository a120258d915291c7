/** What goes wrong, in the form of RFC 9457: one documented type for each kind of problem, whatever layer met it. */
@NullMarked
package dev.darkroom.api.problem;

import org.jspecify.annotations.NullMarked;
