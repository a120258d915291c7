package dev.darkroom.denoise;

/**
 * The random draws of one image: each image has its own, so its picture does not depend on its neighbours. Not
 * thread-safe; belongs to the loop that uses it.
 */
@FunctionalInterface
public interface Noise {

    /** The next standard normal draw of the latent's size; owned by the caller. */
    float[] next();

    /**
     * The draw of a step from one level to a less noisy one. Independent draws do not look at the levels; those of a
     * Brownian motion belong to them.
     */
    default float[] between(NoiseLevel from, NoiseLevel to) {
        return next();
    }
}
