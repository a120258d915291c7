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

    // Notation (here -> paper): kept -> alpha_t = alphabar_t / alphabar_{t-1}, beta -> beta_t = 1 - alpha_t

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            float[] predicted = variance.learned() ? denoiser.denoiseWithVariance(x, from) : denoiser.denoise(x, from);
            float[] denoised = Arrays.copyOf(predicted, x.length);
            double kept = square(from.alpha() / to.alpha());
            double beta = 1 - kept;
            double total = square(from.sigma());
            x = combine(to.alpha() * beta / total, denoised, Math.sqrt(kept) * square(to.sigma()) / total, x);
            if (from.timestep() > 0) {
                double smallest = square(to.sigma()) / total * beta;
                x = variance.add(x, noise.next(), predicted, Math.max(smallest, 1e-20), beta);
            }
            observer.finished(i, x);
        }
        return x;
    }

    private static double square(double value) {
        return value * value;
    }
}
