package dev.darkroom.denoise.likelihood;

import dev.darkroom.denoise.NoiseLevel;

/** Traces of a denoiser's Jacobian: one that is exact, or one independent estimate for each probe. */
public interface JacobianTrace {

    /** How many estimates {@link #at} gives. */
    int count();

    /**
     * Estimates of {@code tr(dD/dx)}.
     *
     * @param x latent at {@code level}; not changed
     */
    double[] at(float[] x, NoiseLevel level);
}
