/**
 * A training run: the loop, its checkpoint, its log and curves, what it stops for.
 */
@NamedInterface("run")
@NullMarked
package dev.darkroom.training.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
