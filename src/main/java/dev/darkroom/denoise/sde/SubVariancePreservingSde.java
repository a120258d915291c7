package dev.darkroom.denoise.sde;

import dev.darkroom.denoise.NoiseLevel;

/**
 * The signal of the VP SDE with less noise, made for likelihoods: Song et al. 2021, equation 34.
 *
 * @param beta the rate
 */
public record SubVariancePreservingSde(LinearBeta beta) implements Sde {

    @Override
    public NoiseLevel level(double time) {
        double integral = beta.integral(time);
        return new NoiseLevel(time, Math.exp(-integral / 2), -Math.expm1(-integral));
    }

    @Override
    public double drift(double time) {
        return -beta.at(time) / 2;
    }

    @Override
    public double squaredDiffusion(double time) {
        return -beta.at(time) * Math.expm1(-2 * beta.integral(time));
    }

    /** {@code sigma / alpha = 2 sinh(B / 2)} with B the integral of beta. */
    @Override
    public double time(double ratio) {
        double half = ratio / 2;
        return beta.time(2 * Math.log(half + Math.sqrt(half * half + 1)));
    }
}
