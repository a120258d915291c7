package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.Schedule.Step;
import dev.darkroom.denoise.sampler.Churn;
import java.util.ArrayList;
import java.util.List;

/**
 * The levels of diffusers' KarrasVeScheduler. Its network is told the index of the step, counted from the clean end, at
 * both evaluations of the step and after churn.
 *
 * @param sigmas noisiest first, without a final 0
 * @param churn raises the levels
 */
@SuppressWarnings("ArrayRecordComponent")
record KarrasVeLevels(double[] sigmas, Churn churn) {

    Schedule schedule() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < sigmas.length; i++) {
            double next = i + 1 < sigmas.length ? sigmas[i + 1] : 0;
            steps.add(new Step(told(i, sigmas[i]), told(i, next)));
        }
        return new Schedule(steps, 0, this::raised);
    }

    /** The level that churn raised one of the steps to: whichever is nearest. */
    private NoiseLevel raised(double sigma) {
        int nearest = 0;
        for (int i = 1; i < sigmas.length; i++) {
            nearest = distance(i, sigma) < distance(nearest, sigma) ? i : nearest;
        }
        return told(nearest, sigma);
    }

    private double distance(int i, double sigma) {
        return Math.abs(churn.raised(sigmas[i], sigmas.length) / sigma - 1);
    }

    private NoiseLevel told(int i, double sigma) {
        return new NoiseLevel(sigmas.length - 1.0 - i, 1, sigma);
    }
}
