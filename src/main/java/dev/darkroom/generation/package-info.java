/**
 * What is asked for, as plain values: the request with every default filled in, the draft a client sends,
 * sizes, output. A leaf: it uses no other package.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.darkroom.generation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
