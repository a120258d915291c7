package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Schedule;

/**
 * Singlestep DPM-Solver of orders 1 to 3 in the variance-exploding frame, in {@code t = -log sigma}: Lu et al. 2022,
 * algorithms 1 and 2, <a href="https://arxiv.org/abs/2206.00927">arXiv:2206.00927</a>. Belongs to one step: what was
 * evaluated once is not evaluated again.
 */
final class DpmSolverStep {

    private static final double THIRD = 1 / 3.0;

    private final Denoiser denoiser;
    private final Schedule schedule;
    private final float[] x;
    private final double t;
    private final double h;
    private final float[] epsilon;
    private float[] epsilonAtThird = {};

    DpmSolverStep(Denoiser denoiser, Schedule schedule, float[] x, double t, double h) {
        this.denoiser = denoiser;
        this.schedule = schedule;
        this.x = x;
        this.t = t;
        this.h = h;
        epsilon = epsilon(x, t);
    }

    /** The latent at the end of the step; one evaluation for each order. */
    float[] order(int order) {
        return switch (order) {
            case 1 -> first();
            case 2 -> second(0.5);
            default -> third();
        };
    }

    float[] first() {
        return combine(1, x, -sigma(t + h) * Math.expm1(h), epsilon);
    }

    /** With the second evaluation at the share {@code r} of the step, 1/2 or 1/3. */
    float[] second(double r) {
        float[] there = r == THIRD ? atThird() : atShare(r);
        double full = sigma(t + h) * Math.expm1(h);
        double slope = full / (2 * r);
        return combine(1, x, slope - full, epsilon, -slope, there);
    }

    float[] third() {
        double r2 = 2 * THIRD;
        double s2 = sigma(t + r2 * h);
        double full = s2 * Math.expm1(r2 * h);
        double slope = s2 * (r2 / THIRD) * (Math.expm1(r2 * h) / (r2 * h) - 1);
        float[] u2 = combine(1, x, slope - full, epsilon, -slope, atThird());
        float[] there = epsilon(u2, t + r2 * h);
        double end = sigma(t + h) * Math.expm1(h);
        double bend = sigma(t + h) / r2 * (Math.expm1(h) / h - 1);
        return combine(1, x, bend - end, epsilon, -bend, there);
    }

    private float[] atThird() {
        if (epsilonAtThird.length == 0) {
            epsilonAtThird = atShare(THIRD);
        }
        return epsilonAtThird;
    }

    private float[] atShare(double r) {
        float[] u = combine(1, x, -sigma(t + r * h) * Math.expm1(r * h), epsilon);
        return epsilon(u, t + r * h);
    }

    private float[] epsilon(float[] u, double at) {
        NoiseLevel level = schedule.levels().at(sigma(at));
        return PredictedNoise.of(u, denoiser.denoise(u, level), level);
    }

    static double sigma(double t) {
        return Math.exp(-t);
    }
}
