package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * The extended reverse-time SDE solver: Cui et al. 2023, algorithm 2 and 3,
 * <a href="https://arxiv.org/abs/2309.06169">arXiv:2309.06169</a>, with the noise scale {@code phi(u) = u (exp(u^0.3) + 10)} of
 * its table 1. Integrals by sums over 200 points, as published.
 *
 * @param stages 1 to 3: how many derivatives of the predicted clean latent are taken, and one
 * @param noiseScale standard deviation of the draws, 1 in theory
 */
public record ErSde(int stages, double noiseScale) implements Sampler {

    // Notation (here -> paper): ratio -> sigma / alpha, phi -> phi, D, D1, D2 -> x_theta and its divided differences

    private static final int POINTS = 200;

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        float[] before = {};
        float[] slopeBefore = {};
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            float[] denoised = denoiser.denoise(x, from);
            if (to.clean()) {
                x = denoised.clone();
            } else {
                double s = ratio(from);
                double t = ratio(to);
                double r = phi(t) / phi(s);
                x = combine(to.alpha() / from.alpha() * r, x, to.alpha() * (1 - r), denoised);
                if (stages > 1 && before.length > 0) {
                    double span = s - ratio(schedule.from(i - 1));
                    float[] slope = combine(1 / span, denoised, -1 / span, before);
                    x = combine(1, x, to.alpha() * (t - s + phi(t) * integral(s, t, false)), slope);
                    if (stages > 2 && slopeBefore.length > 0) {
                        double half = (s - ratio(schedule.from(i - 2))) / 2;
                        double weight = to.alpha() * ((t - s) * (t - s) / 2 + phi(t) * integral(s, t, true)) / half;
                        x = combine(1, x, weight, slope, -weight, slopeBefore);
                    }
                    slopeBefore = slope;
                }
                double spread = Math.sqrt(Math.max(0, t * t - s * s * r * r));
                x = combine(1, x, to.alpha() * spread * noiseScale, noise.next());
            }
            before = denoised;
            observer.finished(i, x);
        }
        return x;
    }

    private static double ratio(NoiseLevel level) {
        return level.sigma() / level.alpha();
    }

    private static double phi(double u) {
        return u * (Math.exp(Math.pow(u, 0.3)) + 10);
    }

    /** The integral from t to s of 1 / phi(u), or of (u - s) / phi(u). */
    private static double integral(double s, double t, boolean linear) {
        double width = (s - t) / POINTS;
        double sum = 0;
        for (int k = 0; k < POINTS; k++) {
            double u = t + k * width;
            sum += (linear ? u - s : 1) / phi(u);
        }
        return sum * width;
    }
}
