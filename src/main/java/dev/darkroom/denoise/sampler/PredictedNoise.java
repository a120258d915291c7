package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.NoiseLevel;

/** The noise in a latent, given what the denoiser says is clean in it. */
final class PredictedNoise {

    private PredictedNoise() {}

    /** {@code (x - alpha * x0) / sigma}. */
    static float[] of(float[] x, float[] denoised, NoiseLevel level) {
        return combine(1 / level.sigma(), x, -level.alpha() / level.sigma(), denoised);
    }
}
