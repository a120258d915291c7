package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * Heun's method: Karras et al. 2022, algorithm 2, <a href="https://arxiv.org/abs/2206.00364">arXiv:2206.00364</a>. An
 * Euler step, then the same step again along the mean of both slopes; the step to sigma 0 stays an Euler step.
 *
 * @param churn noise added before a step
 */
public record Heun(Churn churn) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel hat = churn.raised(schedule, i);
            NoiseLevel to = schedule.to(i);
            x = churn.apply(x, schedule.from(i), hat, noise);
            float[] denoised = denoiser.denoise(x, hat);
            float[] next = Euler.step(x, denoised, hat, to);
            if (!to.clean()) {
                float[] again = denoiser.denoise(next, to);
                double half = (to.sigma() - hat.sigma()) / 2;
                next = combine(
                        new double[] {1 + half / hat.sigma(), -half / hat.sigma(), half / to.sigma(), -half / to.sigma()
                        },
                        new float[][] {x, denoised, next, again});
            }
            x = next;
            observer.finished(i, x);
        }
        return x;
    }

    @Override
    public int evaluations(Schedule schedule) {
        return TwoStage.evaluations(schedule);
    }
}
