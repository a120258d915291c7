package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * The second-order multistep form of the refined exponential solver: Zhang et al. 2023, section 4,
 * <a href="https://arxiv.org/abs/2308.02157">arXiv:2308.02157</a>, with optional ancestral noise.
 *
 * @param eta share of the noise that is renewed, 0 for the ODE
 * @param noiseScale standard deviation of the draws, 1 in theory
 */
public record ResMultistep(double eta, double noiseScale) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        History history = new History();
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            AncestralStep step = AncestralStep.of(from, schedule.to(i), eta);
            float[] denoised = denoiser.denoise(x, from);
            x = step.down().clean() || history.isEmpty()
                    ? Euler.step(x, denoised, from, step.down())
                    : history.step(x, denoised, from, step.down());
            if (eta > 0 && !schedule.to(i).clean()) {
                x = combine(1, x, step.up() * noiseScale, noise.next());
            }
            history.add(denoised, from, step.down());
            observer.finished(i, x);
        }
        return x;
    }

    /** The prediction before, where it was made, and where the step from there ended. */
    static final class History {

        private float[] before = {};
        private double lambdaBefore;
        private double lambdaReached;

        boolean isEmpty() {
            return before.length == 0;
        }

        void add(float[] denoised, NoiseLevel from, NoiseLevel reached) {
            before = denoised;
            lambdaBefore = from.lambda();
            lambdaReached = reached.lambda();
        }

        /** The second-order step. */
        float[] step(float[] x, float[] denoised, NoiseLevel from, NoiseLevel to) {
            double h = to.lambda() - from.lambda();
            double c2 = (lambdaBefore - lambdaReached) / h;
            double phi1 = Math.expm1(-h) / -h;
            double phi2 = (phi1 - 1) / -h;
            double old = c2 == 0 ? 0 : phi2 / c2;
            return combine(Math.exp(-h), x, h * (phi1 - old), denoised, h * old, before);
        }
    }
}
