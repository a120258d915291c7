package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * Euler steps along a slope that is corrected by its change since the step before: Permenter and Yuan 2023, section 4,
 * <a href="https://arxiv.org/abs/2306.04848">arXiv:2306.04848</a>.
 *
 * @param gamma weight of the newest slope against the one before; 1 is Euler, usually 2
 */
public record GradientEstimation(double gamma) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        float[] before = {};
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            float[] denoised = denoiser.denoise(x, from);
            float[] slope = PredictedNoise.of(x, denoised, from);
            boolean corrected = before.length > 0 && !to.clean();
            x = Euler.step(x, denoised, from, to);
            if (corrected) {
                double change = (gamma - 1) * (to.sigma() - from.sigma());
                x = combine(1, x, change, slope, -change, before);
            }
            before = slope;
            observer.finished(i, x);
        }
        return x;
    }
}
