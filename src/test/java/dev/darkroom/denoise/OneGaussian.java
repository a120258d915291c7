package dev.darkroom.denoise;

import java.util.function.BiFunction;

/**
 * Data of one isotropic Gaussian: the simplest case where everything about the reverse process is known.
 *
 * @param mean of every value
 * @param deviation standard deviation of every value
 */
record OneGaussian(double mean, double deviation) {

    /** The exact denoiser: {@code E[x0 | x]}. */
    Denoiser denoiser() {
        return pointwise((x, level) -> {
            double signal = level.alpha() * deviation * deviation;
            double total = variance(level);
            return mean + signal / total * (x - level.alpha() * mean);
        });
    }

    /** The exact consistency function: where the probability-flow ODE arrives. */
    Denoiser consistencyFunction() {
        NoiseLevel clean = new NoiseLevel(0, 1, 0);
        return pointwise((x, level) -> transported(x, level, clean));
    }

    /** A value moved along the probability-flow ODE: Karras et al. 2022, equation 1. */
    double transported(double x, NoiseLevel from, NoiseLevel to) {
        double stretched = (x - from.alpha() * mean) * Math.sqrt(variance(to) / variance(from));
        return to.alpha() * mean + stretched;
    }

    private double variance(NoiseLevel level) {
        double signal = level.alpha() * deviation;
        return signal * signal + level.sigma() * level.sigma();
    }

    private static Denoiser pointwise(BiFunction<Double, NoiseLevel, Double> function) {
        return (x, level) -> {
            float[] denoised = new float[x.length];
            for (int i = 0; i < x.length; i++) {
                denoised[i] = function.apply((double) x[i], level).floatValue();
            }
            return denoised;
        };
    }
}
