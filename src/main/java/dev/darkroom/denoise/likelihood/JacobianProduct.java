package dev.darkroom.denoise.likelihood;

import dev.darkroom.denoise.NoiseLevel;

/** The derivative of a denoiser along a direction, that is the product of its Jacobian with a vector. */
@FunctionalInterface
public interface JacobianProduct {

    /**
     * {@code J v} with {@code J = dD/dx}.
     *
     * @param x latent at {@code level}; not changed
     * @param direction v, as many values as {@code x}; not changed
     * @return as many values, owned by the caller
     */
    double[] along(float[] x, NoiseLevel level, float[] direction);
}
