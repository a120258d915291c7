/**
 * Reads the golden fixtures in the folder that the system property {@code golden.dir} names, and reports per family how
 * many cases ran and how far they were off.
 */
@NullMarked
package dev.darkroom.golden;

import org.jspecify.annotations.NullMarked;
