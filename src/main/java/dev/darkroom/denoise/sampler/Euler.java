package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * Euler's method on the probability-flow ODE, with optional churn: Karras et al. 2022, algorithm 2 without the
 * correction, <a href="https://arxiv.org/abs/2206.00364">arXiv:2206.00364</a>. With {@code d = (x - D) / sigma} the step
 * is {@code x + d * (sigma' - sigma)}; on flow levels the same step moves along the straight line of rectified flow.
 *
 * @param churn noise added before a step, {@link Churn#NONE} for the plain ODE
 */
public record Euler(Churn churn) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel hat = churn.raised(schedule, i);
            x = churn.apply(x, schedule.from(i), hat, noise);
            x = step(x, denoiser.denoise(x, hat), hat, schedule.to(i));
            observer.finished(i, x);
        }
        return x;
    }

    /** Moves {@code x} from one level to the other as if the noise in it stayed what it is. */
    static float[] step(float[] x, float[] denoised, NoiseLevel from, NoiseLevel to) {
        double ratio = to.sigma() / from.sigma();
        return combine(ratio, x, to.alpha() - from.alpha() * ratio, denoised);
    }
}
