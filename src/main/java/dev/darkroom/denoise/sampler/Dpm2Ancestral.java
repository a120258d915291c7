package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * {@link Dpm2} steps that go further down and come back with fresh noise, as in
 * <a href="https://github.com/crowsonkb/k-diffusion">k-diffusion</a>.
 *
 * @param eta share of the noise that is renewed, 0 to 1
 * @param noiseScale standard deviation of the draws, 1 in theory
 */
public record Dpm2Ancestral(double eta, double noiseScale) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            AncestralStep step = AncestralStep.of(from, schedule.to(i), eta);
            x = Dpm2.step(x, schedule, denoiser, from, step.down());
            if (!schedule.to(i).clean()) {
                x = combine(1, x, step.up() * noiseScale, noise.next());
            }
            observer.finished(i, x);
        }
        return x;
    }

    @Override
    public int evaluations(Schedule schedule) {
        return TwoStage.evaluations(schedule);
    }
}
