package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.Frame;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.Schedule.Step;
import dev.darkroom.denoise.guidance.PredictionType;
import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.sampler.DdimInversion;
import dev.darkroom.denoise.sampler.Quantity;
import dev.darkroom.denoise.schedule.InverseTimetable;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.denoise.schedule.TimestepTable;
import dev.darkroom.denoise.schedule.Timetable;
import dev.darkroom.denoise.schedule.TrainingTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Recipes that run from a picture to the noise it could have been made of. */
final class InverseRecipes {

    private InverseRecipes() {}

    /** DDIM inversion: the timesteps of DDIM, rising; each step begins a whole quotient of timesteps lower. */
    static SamplingPlan ddim(SchedulerConfig config, Steps steps) {
        TimestepTable table = TimestepTable.of(config);
        PredictionType prediction = Recipes.prediction(config);
        if (prediction != PredictionType.EPSILON && prediction != PredictionType.V) {
            throw new IllegalArgumentException("DDIM inversion needs a model that predicts noise or velocity");
        }
        int stride = table.size() / steps.count();
        List<Step> walked = new ArrayList<>();
        for (int timestep : table.timesteps(config, steps)) {
            NoiseLevel begun = table.level(timestep - stride);
            NoiseLevel from = new NoiseLevel(timestep, begun.alpha(), begun.sigma());
            walked.add(new Step(from, table.level(timestep)));
        }
        Collections.reverse(walked);
        Quantity quantity = prediction == PredictionType.V ? Quantity.VELOCITY : Quantity.EPSILON;
        DdimInversion loop = new DdimInversion(quantity, Recipes.thresholding(config));
        Schedule schedule = new Schedule(walked, 0, TimestepRecipes::noLevels);
        return new SamplingPlan(loop, schedule, 1, prediction, Thresholding.NONE);
    }

    /** The multistep solver with negative steps. */
    static SamplingPlan multistep(SchedulerConfig config, Steps steps) {
        TrainingTable table = TrainingTable.of(config);
        Timetable timetable = InverseTimetable.of(config, table, steps);
        Schedule schedule = Recipes.through(timetable, Frame.VARIANCE_PRESERVING, table);
        return new SamplingPlan(
                SolverSamplers.multistep(config),
                schedule,
                1,
                Recipes.prediction(config),
                Recipes.thresholding(config));
    }
}
