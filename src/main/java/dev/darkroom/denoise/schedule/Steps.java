package dev.darkroom.denoise.schedule;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many steps are asked for, or exactly which.
 *
 * @param count number of steps, 1 or more
 * @param timesteps exactly these timesteps, falling; empty for the schedule's own
 * @param sigmas exactly these sigmas, falling, with the final one; empty for the schedule's own
 * @param shift mu of dynamic shifting in flow models, which depends on the picture's size; null where not used
 */
public record Steps(
        int count,
        List<Double> timesteps,
        List<Double> sigmas,
        @Nullable Double shift) {

    public Steps {
        if (count < 1) {
            throw new IllegalArgumentException("at least one step is needed, not " + count);
        }
        timesteps = List.copyOf(timesteps);
        sigmas = List.copyOf(sigmas);
    }

    /** That many steps of the schedule. */
    public static Steps of(int count) {
        return new Steps(count, List.of(), List.of(), null);
    }

    /** Exactly these timesteps, noisiest first. */
    public static Steps timesteps(double... timesteps) {
        return new Steps(timesteps.length, Arrays.stream(timesteps).boxed().toList(), List.of(), null);
    }

    /** Exactly these sigmas, noisiest first, the one to end at included. */
    public static Steps sigmas(double... sigmas) {
        return new Steps(
                sigmas.length - 1, List.of(), Arrays.stream(sigmas).boxed().toList(), null);
    }

    /** Whether the levels are listed, so that no schedule chooses them. */
    public boolean listed() {
        return !timesteps.isEmpty() || !sigmas.isEmpty();
    }

    /** The same sigmas without the one to end at, for schedules that end at 0 by themselves. */
    public Steps withoutFinalSigma() {
        return new Steps(count, timesteps, sigmas.subList(0, count), shift);
    }

    /** The same steps with dynamic shifting by {@code mu}. */
    public Steps shiftedBy(double mu) {
        return new Steps(count, timesteps, sigmas, mu);
    }
}
