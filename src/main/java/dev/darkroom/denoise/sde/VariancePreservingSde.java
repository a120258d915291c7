package dev.darkroom.denoise.sde;

import dev.darkroom.denoise.NoiseLevel;

/**
 * Signal that decays while noise takes its place, the limit of DDPM: Song et al. 2021, equation 32.
 *
 * @param beta the rate
 */
public record VariancePreservingSde(LinearBeta beta) implements Sde {

    @Override
    public NoiseLevel level(double time) {
        double integral = beta.integral(time);
        return new NoiseLevel(time, Math.exp(-integral / 2), Math.sqrt(-Math.expm1(-integral)));
    }

    @Override
    public double drift(double time) {
        return -beta.at(time) / 2;
    }

    @Override
    public double squaredDiffusion(double time) {
        return beta.at(time);
    }

    /** {@code sigma^2 / alpha^2 = exp(B) - 1} with B the integral of beta. */
    @Override
    public double time(double ratio) {
        return beta.time(Math.log1p(ratio * ratio));
    }
}
