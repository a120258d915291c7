package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import java.util.ArrayList;
import java.util.List;

/**
 * The linear multistep method with variable steps (Adams-Bashforth): integrates the polynomial through the newest slopes,
 * as in <a href="https://github.com/crowsonkb/k-diffusion">k-diffusion</a>.
 *
 * @param order number of slopes, 1 to 4
 */
public record Lms(int order) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        List<float[]> slopes = new ArrayList<>();
        List<Double> sigmas = new ArrayList<>();
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            slopes.add(0, PredictedNoise.of(x, denoiser.denoise(x, from), from));
            sigmas.add(0, from.sigma());
            int taken = Math.min(order, slopes.size());
            double[] weights = LagrangeIntegral.weights(
                    sigmas.subList(0, taken), from.sigma(), schedule.to(i).sigma());
            for (int k = 0; k < taken; k++) {
                x = combine(1, x, weights[k], slopes.get(k));
            }
            observer.finished(i, x);
        }
        return x;
    }
}
