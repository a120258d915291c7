/**
 * The samplers: one loop a file, each citing its paper. They see levels, a denoiser and noise, nothing else. To add
 * one, write its loop here and name it in the catalog of {@code denoise.plan}.
 */
@NullMarked
package dev.darkroom.denoise.sampler;

import org.jspecify.annotations.NullMarked;
