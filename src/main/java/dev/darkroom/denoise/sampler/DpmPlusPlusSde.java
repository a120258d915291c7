package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * DPM++ SDE: the second-order singlestep solver of Lu et al. 2022, algorithm 1,
 * <a href="https://arxiv.org/abs/2211.01095">arXiv:2211.01095</a>, with ancestral noise in both stages as
 * <a href="https://github.com/crowsonkb/k-diffusion">k-diffusion</a> has it. In the variance-exploding frame each stage
 * is an Euler step.
 *
 * @param eta share of the noise that is renewed
 * @param noiseScale standard deviation of the draws, 1 in theory
 * @param middle where in lambda the second evaluation lies, 0 to 1; usually 1/2
 */
public record DpmPlusPlusSde(double eta, double noiseScale, double middle) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            float[] denoised = denoiser.denoise(x, from);
            if (to.clean()) {
                x = Euler.step(x, denoised, from, to);
            } else {
                double sigma = Math.pow(from.sigma(), 1 - middle) * Math.pow(to.sigma(), middle);
                NoiseLevel between = schedule.levels().at(sigma);
                float[] half = stage(x, denoised, from, between, noise);
                double weight = 1 / (2 * middle);
                float[] mixed = combine(1 - weight, denoised, weight, denoiser.denoise(half, between));
                x = stage(x, mixed, from, to, noise);
            }
            observer.finished(i, x);
        }
        return x;
    }

    private float[] stage(float[] x, float[] denoised, NoiseLevel from, NoiseLevel to, Noise noise) {
        AncestralStep step = AncestralStep.of(from, to, eta);
        return combine(1, Euler.step(x, denoised, from, step.down()), step.up() * noiseScale, noise.between(from, to));
    }

    @Override
    public int evaluations(Schedule schedule) {
        return TwoStage.evaluations(schedule);
    }
}
