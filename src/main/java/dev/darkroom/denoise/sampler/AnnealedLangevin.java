package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * Langevin dynamics at one noise level after the other: Song and Ermon 2019, algorithm 1,
 * <a href="https://arxiv.org/abs/1907.05600">arXiv:1907.05600</a>, on variance-exploding levels. Where the schedule ends
 * without noise, the last latent is denoised (Song and Ermon 2020, section 3.3,
 * <a href="https://arxiv.org/abs/2006.09011">arXiv:2006.09011</a>).
 *
 * @param rate step length over the variance of the level, {@code epsilon / sigma_L^2} in the paper, where it is 0.2;
 *     above 0, below 4
 * @param stepsPerLevel T of the paper, where it is 100
 */
public record AnnealedLangevin(double rate, int stepsPerLevel) implements Sampler {

    // Notation (here -> paper): rate * sigma^2 -> alpha_i; the step is x + alpha_i / 2 * score + sqrt(alpha_i) z

    public AnnealedLangevin {
        if (!(rate > 0 && rate < 4)) {
            throw new IllegalArgumentException("langevin_rate must lie between 0 and 4, not " + rate);
        }
        if (stepsPerLevel < 1) {
            throw new IllegalArgumentException("langevin_steps must be 1 or more, not " + stepsPerLevel);
        }
    }

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel level = schedule.from(i);
            double pull = rate / 2;
            for (int k = 0; k < stepsPerLevel; k++) {
                float[] denoised = denoiser.denoise(x, level);
                x = combine(1 - pull, x, pull * level.alpha(), denoised, Math.sqrt(rate) * level.sigma(), noise.next());
            }
            if (schedule.last(i) && schedule.to(i).clean()) {
                x = denoiser.denoise(x, level);
            }
            observer.finished(i, x);
        }
        return x;
    }

    @Override
    public int evaluations(Schedule schedule) {
        boolean denoises =
                schedule.remaining() > 0 && schedule.to(schedule.size() - 1).clean();
        return schedule.remaining() * stepsPerLevel + (denoises ? 1 : 0);
    }
}
