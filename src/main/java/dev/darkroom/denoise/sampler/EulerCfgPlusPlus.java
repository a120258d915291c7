package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * Euler steps with CFG++, plain or ancestral: Chung et al. 2024, algorithm 2,
 * <a href="https://arxiv.org/abs/2406.08070">arXiv:2406.08070</a>.
 *
 * @param eta share of the noise that is renewed, 0 for the ODE
 * @param noiseScale standard deviation of the draws, 1 in theory
 */
public record EulerCfgPlusPlus(double eta, double noiseScale) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            AncestralStep step = AncestralStep.of(from, to, eta);
            x = GuidedPair.of(denoiser, x, from).step(x, from, step.down());
            if (eta > 0 && !to.clean()) {
                x = combine(1, x, step.up() * noiseScale, noise.next());
            }
            observer.finished(i, x);
        }
        return x;
    }
}
