package dev.darkroom.denoise;

/**
 * Predicts the clean latent of one image. Prediction type, input scaling, guidance and thresholding live behind this
 * interface, so that a sampler sees none of them. May block until a device has computed; the answer may depend on
 * nothing but the arguments.
 */
@FunctionalInterface
public interface Denoiser {

    /**
     * Predicts x0.
     *
     * @param x latent of one image at {@code level}, [channels, height, width] in row-major order; not changed
     * @param level how noisy it is, in the frame of the sampler
     * @return the predicted clean latent, as many values as {@code x}; owned by the caller
     */
    float[] denoise(float[] x, NoiseLevel level);

    /**
     * Predicts x0 and hands on what the network says about the variance of the reverse step.
     *
     * @return the predicted clean latent, then as many raw variance outputs
     * @throws UnsupportedOperationException if the network does not learn its variance
     */
    default float[] denoiseWithVariance(float[] x, NoiseLevel level) {
        throw new UnsupportedOperationException(
                "the network does not learn its variance; use variance_type fixed_small or fixed_large");
    }

    /**
     * Predicts x0 with and without guidance, for samplers that put back the noise of the unguided prediction (CFG++).
     *
     * @return the guided clean latent, then as many values of the one that the network predicts without the prompt
     * @throws UnsupportedOperationException if this denoiser cannot tell them apart
     */
    default float[] denoiseWithUnguided(float[] x, NoiseLevel level) {
        throw new UnsupportedOperationException(
                "the unguided prediction is not known here; use a sampler whose name does not end in cfg_pp");
    }

    /**
     * The gradient of the log density at {@code level}, by Tweedie's formula {@code (alpha * D - x) / sigma^2}. Whoever
     * knows it before it becomes a clean latent should answer with that: where sigma is small, D is x but for what single
     * precision rounds away.
     *
     * @param level not clean
     * @return as many values as {@code x}; owned by the caller
     */
    default float[] score(float[] x, NoiseLevel level) {
        double variance = level.sigma() * level.sigma();
        return LinearCombination.combine(level.alpha() / variance, denoise(x, level), -1 / variance, x);
    }
}
