package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.Schedule.Step;
import dev.darkroom.denoise.StepObserver;
import java.util.ArrayList;
import java.util.List;

/**
 * The deterministic first-order sampler (DDIM, Euler) run backwards, from a picture to noise. A step of the sampler from
 * {@code x'} to {@code x} asks the network at {@code x'}, which its inverse does not know yet: it is found as a fixed point.
 * One iteration is DDIM inversion as usual; more come nearer to the exact inverse. Pan et al. 2023, section 3.2,
 * <a href="https://arxiv.org/abs/2309.04907">arXiv:2309.04907</a>.
 *
 * @param iterations network evaluations a step, at least 1
 */
public record FixedPointInversion(int iterations) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            double kept = to.alpha() / from.alpha();
            float[] found = x;
            for (int k = 0; k < iterations; k++) {
                float[] epsilon = PredictedNoise.of(found, denoiser.denoise(found, to), to);
                found = combine(kept, x, to.sigma() - kept * from.sigma(), epsilon);
            }
            x = found;
            observer.finished(i, x);
        }
        return x;
    }

    @Override
    public int evaluations(Schedule schedule) {
        return iterations * schedule.remaining();
    }

    /** The schedule walked the other way, from its clean end to its noisy one. */
    public static Schedule reversed(Schedule schedule) {
        List<Step> steps = new ArrayList<>();
        for (int i = schedule.size() - 1; i >= schedule.begin(); i--) {
            steps.add(new Step(schedule.to(i), schedule.from(i)));
        }
        return new Schedule(steps, 0, schedule.levels());
    }
}
