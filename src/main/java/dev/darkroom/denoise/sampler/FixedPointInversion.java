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
 * {@code x'} to {@code x} asks the network at {@code x'}, which its inverse does not know yet: it is found as a fixed point,
 * with {@link AndersonAcceleration}. Pan et al. 2023, section 3, <a href="https://arxiv.org/abs/2309.04907">arXiv:2309.04907</a>.
 * The search begins where the noise last predicted would lead: in directions in which the data vary little that is the
 * answer, and there plain iteration is slowest.
 *
 * @param iterations network evaluations a step, at least 1
 */
public record FixedPointInversion(int iterations) implements Sampler {

    private static final int REMEMBERED = 2;

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        float[] guess = x;
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            AndersonAcceleration acceleration = new AndersonAcceleration(REMEMBERED);
            float[] epsilon = guess;
            for (int k = 0; k < iterations; k++) {
                epsilon = PredictedNoise.of(guess, denoiser.denoise(guess, to), to);
                guess = acceleration.next(guess, moved(x, epsilon, from, to));
            }
            x = guess;
            observer.finished(i, x);
            if (i + 1 < schedule.size()) {
                guess = moved(x, epsilon, to, schedule.to(i + 1));
            }
        }
        return x;
    }

    /** From one level to another along one noise: DDIM. */
    private static float[] moved(float[] x, float[] epsilon, NoiseLevel from, NoiseLevel to) {
        double kept = to.alpha() / from.alpha();
        return combine(kept, x, to.sigma() - kept * from.sigma(), epsilon);
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
