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
}
