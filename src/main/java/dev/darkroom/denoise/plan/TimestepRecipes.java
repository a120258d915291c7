package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.Schedule.Step;
import dev.darkroom.denoise.guidance.PredictionType;
import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.sampler.Lcm;
import dev.darkroom.denoise.sampler.Pndm;
import dev.darkroom.denoise.sampler.Quantity;
import dev.darkroom.denoise.sampler.Tcd;
import dev.darkroom.denoise.schedule.ConsistencyTimesteps;
import dev.darkroom.denoise.schedule.PndmTimesteps;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.denoise.schedule.TimestepTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Recipes of the samplers that walk whole training timesteps in the variance-preserving frame. */
final class TimestepRecipes {

    private TimestepRecipes() {}

    /** DDIM and its kin: each step goes down by the whole quotient of timesteps, whatever the spacing. */
    static Recipe strided(Function<SchedulerConfig, Sampler> loop) {
        return (config, steps) -> {
            TimestepTable table = TimestepTable.of(config);
            int stride = table.size() / steps.count();
            List<Step> walked = new ArrayList<>();
            if (!steps.timesteps().isEmpty()) {
                walked.addAll(chained(table, table.timesteps(config, steps), table.level(-1)));
                return plan(loop.apply(config), walked, config, Thresholding.NONE);
            }
            for (int timestep : table.timesteps(config, steps)) {
                walked.add(new Step(table.level(timestep), table.level(timestep - stride)));
            }
            return plan(loop.apply(config), walked, config, Thresholding.NONE);
        };
    }

    /** DDPM: each step goes to the next listed timestep, the last one to the clean latent. */
    static Recipe listed(Function<SchedulerConfig, Sampler> loop) {
        return (config, steps) -> {
            TimestepTable table = TimestepTable.of(config);
            List<Step> walked = chained(table, table.timesteps(config, steps));
            return plan(loop.apply(config), walked, config, Recipes.thresholding(config));
        };
    }

    /** webui's DDIM and PLMS: every n-th timestep from 1 on, one step fewer than timesteps; ends at timestep 1. */
    static Recipe webui(Function<SchedulerConfig, Sampler> loop) {
        return (config, steps) -> {
            TimestepTable table = TimestepTable.of(config);
            int stride = table.size() / steps.count();
            List<Step> walked = new ArrayList<>();
            for (int timestep = 1; timestep + stride < table.size(); timestep += stride) {
                walked.add(0, new Step(table.level(timestep + stride), table.level(timestep)));
            }
            return plan(loop.apply(config), walked, config, Thresholding.NONE);
        };
    }

    /** Consistency models: listed timesteps out of those of the distillation. */
    static SamplingPlan lcm(SchedulerConfig config, Steps steps) {
        TimestepTable table = TimestepTable.of(config);
        List<Step> walked = chained(table, ConsistencyTimesteps.of(config, table.size(), steps));
        Lcm loop = new Lcm(config.number("timestep_scaling", 10));
        return plan(loop, walked, config, Recipes.thresholding(config));
    }

    /** Trajectory consistency: as {@link #lcm}, ending at timestep 0. */
    static SamplingPlan tcd(SchedulerConfig config, Steps steps) {
        TimestepTable table = TimestepTable.of(config);
        int[] timesteps = ConsistencyTimesteps.of(config, table.size(), steps);
        List<Step> walked = new ArrayList<>();
        for (int i = 0; i < timesteps.length; i++) {
            int next = i + 1 < timesteps.length ? timesteps[i + 1] : 0;
            walked.add(new Step(table.level(timesteps[i]), table.level(next)));
        }
        Tcd loop = new Tcd(config.number("eta", 0.3), table::level);
        return plan(loop, walked, config, Thresholding.NONE);
    }

    /** PNDM: one step of the schedule for each evaluation. */
    static SamplingPlan pndm(SchedulerConfig config, Steps steps) {
        TimestepTable table = TimestepTable.of(config);
        PndmTimesteps timesteps = PndmTimesteps.of(config, table, steps);
        List<Step> walked = new ArrayList<>();
        for (int i = 0; i < timesteps.evaluated().length; i++) {
            walked.add(new Step(
                    table.level(timesteps.evaluated()[i]), table.level(timesteps.reached()[i])));
        }
        boolean velocity = Recipes.prediction(config) == PredictionType.V;
        Pndm loop = new Pndm(
                timesteps.rungeKuttaSteps(),
                velocity ? Quantity.VELOCITY : Quantity.EPSILON,
                level -> table.level((int) level.timestep() + timesteps.stride()));
        return plan(loop, walked, config, Thresholding.NONE);
    }

    static List<Step> chained(TimestepTable table, int[] timesteps) {
        return chained(table, timesteps, new NoiseLevel(0, 1, 0));
    }

    private static List<Step> chained(TimestepTable table, int[] timesteps, NoiseLevel last) {
        List<Step> walked = new ArrayList<>();
        for (int i = 0; i < timesteps.length; i++) {
            NoiseLevel to = i + 1 < timesteps.length ? table.level(timesteps[i + 1]) : last;
            walked.add(new Step(table.level(timesteps[i]), to));
        }
        return walked;
    }

    private static SamplingPlan plan(
            Sampler loop, List<Step> walked, SchedulerConfig config, Thresholding thresholding) {
        Schedule schedule = new Schedule(walked, 0, TimestepRecipes::noLevels);
        PredictionType prediction = Recipes.prediction(config);
        if (prediction == PredictionType.EPSILON
                && !walked.isEmpty()
                && walked.get(0).from().alpha() == 0) {
            throw new UnfitOptionException(
                    "sampler",
                    "the model predicts noise, which says nothing of a picture at the pure noise where this sampler"
                            + " would start (rescale_betas_zero_snr); use euler or dpmpp_2m");
        }
        return new SamplingPlan(loop, schedule, 1, prediction, thresholding);
    }

    static NoiseLevel noLevels(double sigma) {
        throw new IllegalStateException("a schedule of whole timesteps has no level between them");
    }
}
