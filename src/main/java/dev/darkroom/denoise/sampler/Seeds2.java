package dev.darkroom.denoise.sampler;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * SEEDS-2, an explicit exponential solver of the reverse SDE with two stages: Gonzalez et al. 2023, algorithm 2,
 * <a href="https://arxiv.org/abs/2305.14267">arXiv:2305.14267</a>. Without noise and with the second stage at the end of the step
 * it is the exponential Heun method. In the variance-exploding frame.
 *
 * @param eta 0 for the ODE, 1 for the reverse SDE
 * @param noiseScale standard deviation of the draws, 1 in theory
 * @param middle where in lambda the second evaluation lies, above 0, up to 1
 * @param exactSlope weigh the second evaluation by the exact integral of a straight line, else as a midpoint
 */
public record Seeds2(double eta, double noiseScale, double middle, boolean exactSlope) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            float[] first = denoiser.denoise(x, from);
            if (to.clean()) {
                x = first.clone();
            } else {
                SeedsStep step = new SeedsStep(x, from, to, eta, noiseScale);
                NoiseLevel between = schedule.levels().at(step.sigma(middle));
                float[] half = step.noisy(step.drift(middle, step.phi1(middle), first), middle, noise);
                float[] second = denoiser.denoise(half, between);
                double weight = exactSlope ? step.phi2(1) / middle : step.phi1(1) / (2 * middle);
                x = step.noisy(step.drift(1, step.phi1(1) - weight, first, weight, second), 1, noise);
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
