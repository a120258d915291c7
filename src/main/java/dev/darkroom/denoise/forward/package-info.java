/**
 * The forward process: how pictures are noised, what the exact reverse step would be, and how training weighs its
 * errors.
 */
@NamedInterface("forward")
@NullMarked
package dev.darkroom.denoise.forward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
