package dev.darkroom.denoise.sampler;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * SEEDS-3, an explicit exponential solver of the reverse SDE with three stages, at one and two thirds of a step: Gonzalez
 * et al. 2023, algorithm 3, <a href="https://arxiv.org/abs/2305.14267">arXiv:2305.14267</a>. In the variance-exploding frame.
 *
 * @param eta 0 for the ODE, 1 for the reverse SDE
 * @param noiseScale standard deviation of the draws, 1 in theory
 */
public record Seeds3(double eta, double noiseScale) implements Sampler {

    private static final double THIRD = 1 / 3.0;
    private static final double TWO_THIRDS = 2 / 3.0;

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
                float[] u = step.noisy(step.drift(THIRD, step.phi1(THIRD), first), THIRD, noise);
                float[] second = denoiser.denoise(u, schedule.levels().at(step.sigma(THIRD)));
                double late = step.phi2(TWO_THIRDS) * TWO_THIRDS / THIRD;
                float[] v = step.drift(TWO_THIRDS, step.phi1(TWO_THIRDS) - late, first, late, second);
                float[] third = denoiser.denoise(
                        step.noisy(v, TWO_THIRDS, noise), schedule.levels().at(step.sigma(TWO_THIRDS)));
                double weight = step.phi2(1) / TWO_THIRDS;
                x = step.noisy(step.drift(1, step.phi1(1) - weight, first, weight, third), 1, noise);
            }
            observer.finished(i, x);
        }
        return x;
    }

    @Override
    public int evaluations(Schedule schedule) {
        int count = 0;
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            count += schedule.to(i).clean() ? 1 : 3;
        }
        return count;
    }
}
