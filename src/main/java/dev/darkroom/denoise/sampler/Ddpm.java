package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import java.util.Arrays;

/**
 * Ancestral sampling: Ho et al. 2020, algorithm 2 with the posterior of equations 6 and 7,
 * <a href="https://arxiv.org/abs/2006.11239">arXiv:2006.11239</a>.
 *
 * @param variance of the reverse step
 */
public record Ddpm(ReverseVariance variance) implements Sampler {

    // Notation (here -> paper): kept -> sqrt(alpha_t) = sqrt(alphabar_t / alphabar_{t-1}), beta -> beta_t = 1 - alpha_t

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            float[] predicted = variance.learned() ? denoiser.denoiseWithVariance(x, from) : denoiser.denoise(x, from);
            float[] denoised = Arrays.copyOf(predicted, x.length);
            x = mean(x, denoised, from, to);
            if (from.timestep() > 0) {
                double smallest = Math.max(posteriorVariance(from, to), 1e-20);
                x = variance.add(x, noise.next(), predicted, smallest, beta(from, to));
            }
            observer.finished(i, x);
        }
        return x;
    }

    /** The mean of the posterior, equation 7. */
    static float[] mean(float[] x, float[] denoised, NoiseLevel from, NoiseLevel to) {
        double total = square(from.sigma());
        double kept = from.alpha() / to.alpha();
        return combine(to.alpha() * beta(from, to) / total, denoised, kept * square(to.sigma()) / total, x);
    }

    /** The variance of the posterior, equation 7. */
    static double posteriorVariance(NoiseLevel from, NoiseLevel to) {
        return square(to.sigma() / from.sigma()) * beta(from, to);
    }

    private static double beta(NoiseLevel from, NoiseLevel to) {
        return 1 - square(from.alpha() / to.alpha());
    }

    private static double square(double value) {
        return value * value;
    }
}
