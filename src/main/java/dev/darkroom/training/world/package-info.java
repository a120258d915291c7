/**
 * The drawn world: small pictures with true captions, without end, each a function of a seed and a number.
 */
@NamedInterface("world")
@NullMarked
package dev.darkroom.training.world;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
