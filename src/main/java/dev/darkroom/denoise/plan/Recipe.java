package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;

/** Builds a plan from a scheduler's configuration, the way the scheduler class of that name does. */
@FunctionalInterface
public interface Recipe {

    /**
     * The plan of a run.
     *
     * @throws IllegalArgumentException when the options do not fit together; the message says what to do
     */
    SamplingPlan plan(SchedulerConfig config, Steps steps);
}
