package dev.darkroom.denoise;

import java.util.Arrays;

/**
 * Data whose every value is drawn from a mixture of two Gaussians: all that samplers do to it is known, and a latent is
 * a sample that statistics can be made of.
 */
final class MixtureOnALine {

    private static final double[] WEIGHTS = {0.35, 0.65};
    private static final double[] MEANS = {-0.9, 0.5};
    private static final double[] DEVIATIONS = {0.25, 0.45};

    private MixtureOnALine() {}

    /** The exact denoiser. */
    static Denoiser denoiser() {
        return (x, level) -> {
            float[] denoised = new float[x.length];
            for (int i = 0; i < x.length; i++) {
                denoised[i] = (float) expected(x[i], level);
            }
            return denoised;
        };
    }

    /** The exact consistency function: the probability flow keeps the order of values, so it maps quantile to quantile. */
    static Denoiser consistencyFunction() {
        return (x, level) -> {
            float[] clean = new float[x.length];
            for (int i = 0; i < x.length; i++) {
                clean[i] = (float) quantile(distribution(x[i], level));
            }
            return clean;
        };
    }

    /** The largest distance between the distribution of a sample and the data's, times the root of its size. */
    static double kolmogorovSmirnov(float[] sample) {
        float[] sorted = sample.clone();
        Arrays.sort(sorted);
        double largest = 0;
        for (int i = 0; i < sorted.length; i++) {
            double expected = distribution(sorted[i], new NoiseLevel(0, 1, 0));
            double above = (i + 1.0) / sorted.length - expected;
            double below = expected - (double) i / sorted.length;
            largest = Math.max(largest, Math.max(above, below));
        }
        return largest * Math.sqrt(sorted.length);
    }

    private static double expected(double x, NoiseLevel level) {
        double sum = 0;
        double total = 0;
        for (int k = 0; k < WEIGHTS.length; k++) {
            double variance = variance(k, level);
            double difference = x - level.alpha() * MEANS[k];
            // far out both densities vanish; the wider one's is taken out of both
            double exponent = difference * difference / (2 * variance) - x * x / (2 * variance(1, level));
            double share = WEIGHTS[k] / Math.sqrt(variance) * Math.exp(-exponent);
            double pull = level.alpha() * DEVIATIONS[k] * DEVIATIONS[k] / variance;
            sum += share * (MEANS[k] + pull * difference);
            total += share;
        }
        return sum / total;
    }

    private static double variance(int k, NoiseLevel level) {
        double signal = level.alpha() * DEVIATIONS[k];
        return signal * signal + level.sigma() * level.sigma();
    }

    private static double distribution(double x, NoiseLevel level) {
        double sum = 0;
        for (int k = 0; k < WEIGHTS.length; k++) {
            sum += WEIGHTS[k] * normal((x - level.alpha() * MEANS[k]) / Math.sqrt(variance(k, level)));
        }
        return sum;
    }

    private static double quantile(double probability) {
        double low = -6;
        double high = 6;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            boolean below = distribution(middle, new NoiseLevel(0, 1, 0)) < probability;
            low = below ? middle : low;
            high = below ? high : middle;
        }
        return (low + high) / 2;
    }

    /** The standard normal distribution: Abramowitz and Stegun 26.2.17, to 7.5e-8. */
    private static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double series =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
        return z > 0 ? 1 - tail : tail;
    }
}
