package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import java.util.function.IntFunction;

/**
 * Strategic stochastic sampling of trajectory consistency models: Zheng et al. 2024, algorithm 4,
 * <a href="https://arxiv.org/abs/2402.19159">arXiv:2402.19159</a>. Moves without noise to a cleaner level than asked,
 * then diffuses back up.
 *
 * @param eta gamma of the paper, 0 (no noise) to 1 (all the way down, as LCM)
 * @param levels the level of a whole timestep
 */
public record Tcd(double eta, IntFunction<NoiseLevel> levels) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            NoiseLevel below = levels.apply((int) Math.floor((1 - eta) * to.timestep()));
            float[] denoised = denoiser.denoise(x, from);
            float[] epsilon = PredictedNoise.of(x, denoised, from);
            x = combine(below.alpha(), denoised, below.sigma(), epsilon);
            if (eta > 0 && !schedule.last(i)) {
                double kept = to.alpha() / below.alpha();
                x = combine(kept, x, Math.sqrt(1 - kept * kept), noise.next());
            }
            observer.finished(i, x);
        }
        return x;
    }
}
