package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.Frame;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.Schedule.LevelFinder;
import dev.darkroom.denoise.guidance.PredictionType;
import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.schedule.DiscreteTimetable;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.SolverTimetable;
import dev.darkroom.denoise.schedule.Timetable;
import dev.darkroom.denoise.schedule.TrainingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The recipes that families of samplers share; what differs within a family is only the loop. */
final class Recipes {

    private Recipes() {}

    /** Samplers in k-diffusion's frame, {@code x = x0 + sigma * noise}. */
    static Recipe discrete(Function<SchedulerConfig, Sampler> loop) {
        return (config, steps) -> {
            TrainingTable table = TrainingTable.of(config).withFiniteSigmas();
            Timetable timetable = DiscreteTimetable.of(config, table, steps);
            Schedule schedule = through(timetable, Frame.VARIANCE_EXPLODING, table);
            double largest = timetable.sigmas()[0];
            boolean leading = config.text("timestep_spacing", "linspace").equals("leading");
            double scale = leading ? Math.hypot(largest, 1) : largest;
            return new SamplingPlan(loop.apply(config), schedule, scale, prediction(config), thresholding(config));
        };
    }

    /** Exponential integrators in the variance-preserving frame. */
    static Recipe solver(Function<SchedulerConfig, Sampler> loop) {
        return (config, steps) -> {
            TrainingTable table = TrainingTable.of(config).withFiniteSigmas();
            Timetable timetable = SolverTimetable.of(config, table, steps);
            boolean flow = config.flag("use_flow_sigmas", false);
            Schedule schedule = through(timetable, flow ? Frame.FLOW : Frame.VARIANCE_PRESERVING, table);
            return new SamplingPlan(loop.apply(config), schedule, 1, prediction(config), thresholding(config));
        };
    }

    /** The prediction type that a configuration names. */
    static PredictionType prediction(SchedulerConfig config) {
        return PredictionType.of(config.text("prediction_type", "epsilon"));
    }

    /** The thresholding that a configuration asks for; dynamic goes before plain clipping. */
    static Thresholding thresholding(SchedulerConfig config) {
        if (config.flag("thresholding", false)) {
            return Thresholding.dynamic(
                    config.number("dynamic_thresholding_ratio", 0.995), config.number("sample_max_value", 1));
        }
        return config.flag("clip_sample", false)
                ? Thresholding.clip(config.number("clip_sample_range", 1))
                : Thresholding.NONE;
    }

    static Schedule through(Timetable timetable, Frame frame, TrainingTable table) {
        LevelFinder levels = sigma -> frame.level(table.timestepOf(sigma), sigma);
        List<NoiseLevel> visited = new ArrayList<>();
        for (int i = 0; i < timetable.steps(); i++) {
            visited.add(frame.level(timetable.timesteps()[i], timetable.sigmas()[i]));
        }
        visited.add(levels.at(timetable.sigmas()[timetable.steps()]));
        return Schedule.through(visited, levels);
    }
}
