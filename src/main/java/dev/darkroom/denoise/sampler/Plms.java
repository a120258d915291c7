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
 * PLMS as the first release of Stable Diffusion and webui have it: linear multistep with the noise prediction as slope, Liu
 * et al. 2022, algorithm 2 and equation 12, <a href="https://arxiv.org/abs/2202.09778">arXiv:2202.09778</a>. The first step is an
 * improved Euler step of two evaluations.
 */
public record Plms() implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        List<float[]> newestFirst = new ArrayList<>();
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            float[] epsilon = PredictedNoise.of(x, denoiser.denoise(x, from), from);
            newestFirst.add(0, epsilon);
            float[] slope = AdamsBashforth.extrapolated(newestFirst, 4);
            if (newestFirst.size() == 1 && !to.clean()) {
                float[] next = Quantity.EPSILON.step(x, epsilon, from, to);
                slope = combine(0.5, epsilon, 0.5, PredictedNoise.of(next, denoiser.denoise(next, to), to));
            }
            x = Quantity.EPSILON.step(x, slope, from, to);
            observer.finished(i, x);
        }
        return x;
    }

    @Override
    public int evaluations(Schedule schedule) {
        boolean improved =
                schedule.remaining() > 0 && !schedule.to(schedule.begin()).clean();
        return schedule.remaining() + (improved ? 1 : 0);
    }
}
