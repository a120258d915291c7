package dev.darkroom.denoise.guidance;

import dev.darkroom.denoise.NoiseLevel;

/**
 * What a network is fed and how its output reads as a clean latent: {@code D = skip * x + out * F(in * x)}, as in Karras
 * et al. 2022, equation 7, <a href="https://arxiv.org/abs/2206.00364">arXiv:2206.00364</a>. Every prediction type is one.
 */
@FunctionalInterface
public interface Preconditioning {

    /** The three factors at a level, in the frame of that level. */
    Factors at(NoiseLevel level);

    /** What the network is told of a level beside the latent: its timestep, unless it was trained on something else. */
    default double told(NoiseLevel level) {
        return level.timestep();
    }

    /**
     * The factors of one level.
     *
     * @param in of the latent that goes into the network
     * @param skip of the latent in the result
     * @param out of the network's output in the result
     */
    record Factors(double in, double skip, double out) {}
}
