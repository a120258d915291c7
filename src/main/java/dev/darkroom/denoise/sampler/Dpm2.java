package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * The midpoint method in log sigma: DPM-Solver-2 (Lu et al. 2022, algorithm 1,
 * <a href="https://arxiv.org/abs/2206.00927">arXiv:2206.00927</a>) written as an Euler step to the geometric mean of both
 * sigmas and a full step along the slope found there, as in <a href="https://github.com/crowsonkb/k-diffusion">k-diffusion</a>.
 *
 * @param churn noise added before a step
 */
public record Dpm2(Churn churn) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel hat = churn.raised(schedule, i);
            x = churn.apply(x, schedule.from(i), hat, noise);
            x = step(x, schedule, denoiser, hat, schedule.to(i));
            observer.finished(i, x);
        }
        return x;
    }

    /** One midpoint step; a plain Euler step where it ends without noise. */
    static float[] step(float[] x, Schedule schedule, Denoiser denoiser, NoiseLevel from, NoiseLevel to) {
        float[] denoised = denoiser.denoise(x, from);
        if (to.clean()) {
            return Euler.step(x, denoised, from, to);
        }
        NoiseLevel middle = schedule.levels().at(Math.sqrt(from.sigma() * to.sigma()));
        float[] half = Euler.step(x, denoised, from, middle);
        float[] slope = PredictedNoise.of(half, denoiser.denoise(half, middle), middle);
        return combine(1, x, to.sigma() - from.sigma(), slope);
    }

    @Override
    public int evaluations(Schedule schedule) {
        return TwoStage.evaluations(schedule);
    }
}
