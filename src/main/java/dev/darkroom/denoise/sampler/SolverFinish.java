package dev.darkroom.denoise.sampler;

import dev.darkroom.denoise.Schedule;

/**
 * How the order of a multistep solver falls at the end of a run, where few points make high orders unstable.
 *
 * @param lowerOrder order 2, then 1 in the last two steps of a run of less than 15
 * @param euler order 1 in the last step of every run
 */
public record SolverFinish(boolean lowerOrder, boolean euler) {

    private static final int FEW_STEPS = 15;

    /** Highest order that step {@code i} may have; a step to sigma 0 always has order 1. */
    int order(Schedule schedule, int i) {
        boolean falls = lowerOrder && schedule.size() < FEW_STEPS;
        if (schedule.last(i) && (euler || falls || schedule.to(i).clean())) {
            return 1;
        }
        return falls && i == schedule.size() - 2 ? 2 : Integer.MAX_VALUE;
    }
}
