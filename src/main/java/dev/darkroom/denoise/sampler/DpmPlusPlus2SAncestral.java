package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * The second-order singlestep DPM-Solver++ (Lu et al. 2022, algorithm 1,
 * <a href="https://arxiv.org/abs/2211.01095">arXiv:2211.01095</a>) with ancestral noise, as in
 * <a href="https://github.com/crowsonkb/k-diffusion">k-diffusion</a>. In the variance-exploding frame both stages are
 * Euler steps from the same latent.
 *
 * @param eta share of the noise that is renewed, 0 to 1
 * @param noiseScale standard deviation of the draws, 1 in theory
 */
public record DpmPlusPlus2SAncestral(double eta, double noiseScale) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            AncestralStep step = AncestralStep.of(from, schedule.to(i), eta);
            float[] denoised = denoiser.denoise(x, from);
            if (!step.down().clean()) {
                NoiseLevel middle = schedule.levels()
                        .at(Math.sqrt(from.sigma() * step.down().sigma()));
                denoised = denoiser.denoise(Euler.step(x, denoised, from, middle), middle);
            }
            x = Euler.step(x, denoised, from, step.down());
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
