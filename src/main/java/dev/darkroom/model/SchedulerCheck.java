package dev.darkroom.model;

import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;

/** Whether a model's {@code scheduler_config.json} names a sampler and a schedule that there are. */
final class SchedulerCheck {

    private static final Steps ANY = Steps.of(10);

    private SchedulerCheck() {}

    /** @throws ModelFormatException if it does not; says what to do */
    static void require(ModelDirectory directory) {
        SchedulerConfig config = config(directory);
        try {
            SamplingPlanner.plan(config, SamplingOptions.of(ANY));
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(
                    directory.schedulerFile() + ": " + e.getMessage()
                            + "; write a scheduler of diffusers that Darkroom knows into _class_name, for example"
                            + " EulerDiscreteScheduler",
                    e);
        }
    }

    private static SchedulerConfig config(ModelDirectory directory) {
        try {
            return SchedulerConfig.of(directory.scheduler());
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(directory.schedulerFile() + ": " + e.getMessage(), e);
        }
    }
}
