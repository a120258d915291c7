package dev.darkroom.denoise.sampler;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * A sampler of one draw a step whose published code draws twice in each step between the first and the last, and uses the
 * second draw (CogVideoX). Without this the same seed would give another picture.
 *
 * @param sampler draws once a step
 */
public record DiscardedDraws(Sampler sampler) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        int[] step = {schedule.begin()};
        Noise second = () -> {
            if (step[0] > schedule.begin() && !schedule.last(step[0])) {
                noise.next();
            }
            return noise.next();
        };
        return sampler.sample(x, schedule, denoiser, second, (i, latent) -> {
            step[0] = i + 1;
            observer.finished(i, latent);
        });
    }

    @Override
    public int evaluations(Schedule schedule) {
        return sampler.evaluations(schedule);
    }
}
