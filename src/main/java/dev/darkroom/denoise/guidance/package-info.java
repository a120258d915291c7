/**
 * From a raw network to a {@link dev.darkroom.denoise.Denoiser}: input scaling and prediction type, guidance,
 * thresholding.
 */
@NamedInterface("guidance")
@NullMarked
package dev.darkroom.denoise.guidance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
