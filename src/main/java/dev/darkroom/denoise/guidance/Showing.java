package dev.darkroom.denoise.guidance;

import dev.darkroom.denoise.NoiseLevel;

/** What a network sees may differ from what a sampler holds. */
@FunctionalInterface
public interface Showing {

    /** All of it, as it is. */
    Showing ALL = (input, scale, level) -> {};

    /**
     * Changes what the network is about to see.
     *
     * @param input {@code scale} times the latent, [channels, height, width] flattened; changed in place
     * @param scale of what the network is fed at this level
     * @param level how noisy the latent is
     */
    void show(float[] input, double scale, NoiseLevel level);
}
