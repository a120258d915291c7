package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Schedule;

/**
 * Noise put back before each step, so that errors are forgotten: Karras et al. 2022, algorithm 2, lines 4 to 6,
 * <a href="https://arxiv.org/abs/2206.00364">arXiv:2206.00364</a>.
 *
 * @param amount S_churn, spread over all steps; 0 is none
 * @param low S_tmin: sigmas below are left alone
 * @param high S_tmax: sigmas above are left alone
 * @param noiseScale S_noise, standard deviation of the draws
 */
public record Churn(double amount, double low, double high, double noiseScale) {

    /** No churn, and no draws. */
    public static final Churn NONE = new Churn(0, 0, Double.POSITIVE_INFINITY, 1);

    private static final double LARGEST_GAMMA = Math.sqrt(2) - 1;

    /** The level at which step {@code i} starts once the noise is added. */
    NoiseLevel raised(Schedule schedule, int i) {
        NoiseLevel from = schedule.from(i);
        double raised = raised(from.sigma(), schedule.size());
        return raised == from.sigma() ? from : schedule.levels().at(raised);
    }

    /** The sigma that a step of a run of {@code steps} starts at. */
    public double raised(double sigma, int steps) {
        boolean acts = amount > 0 && low <= sigma && sigma <= high;
        return acts ? sigma * (1 + Math.min(amount / steps, LARGEST_GAMMA)) : sigma;
    }

    /** Adds the noise that lifts {@code x} to the raised level; draws on every step, as published code does. */
    float[] apply(float[] x, NoiseLevel from, NoiseLevel raised, Noise noise) {
        if (amount == 0) {
            return x;
        }
        double variance = raised.sigma() * raised.sigma() - from.sigma() * from.sigma();
        float[] draw = noise.next();
        return variance == 0 ? x : combine(1, x, Math.sqrt(variance) * noiseScale, draw);
    }
}
