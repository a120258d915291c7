package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.Frame;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.guidance.PredictionType;
import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.sampler.Churn;
import dev.darkroom.denoise.sampler.Euler;
import dev.darkroom.denoise.sampler.EulerAncestralFlow;
import dev.darkroom.denoise.sampler.Heun;
import dev.darkroom.denoise.sampler.Renoise;
import dev.darkroom.denoise.schedule.FlowTimetable;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.denoise.schedule.Timetable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Samplers of flow models. */
final class FlowSamplers {

    private static final String RECTIFIED_FLOW = "Liu et al. 2022, https://arxiv.org/abs/2209.03003";

    static final List<SamplerEntry> ALL = List.of(
            SamplerEntry.named("flow_euler")
                    .tunable(SamplerOption.SHIFT)
                    .scheduler("FlowMatchEulerDiscreteScheduler")
                    .family(ModelFamily.FLOW)
                    .takes(CustomLevels.SIGMAS)
                    .title("Flow Euler", "One evaluation a step along the straight path.")
                    .paper(RECTIFIED_FLOW)
                    .goodSteps(20, 50)
                    .by(recipe(config -> new Euler(Churn.NONE))),
            SamplerEntry.named("flow_euler_ancestral")
                    .tunable(SamplerOption.SHIFT, SamplerOption.S_NOISE)
                    .scheduler("LTXEulerAncestralRFScheduler")
                    .family(ModelFamily.FLOW)
                    .takes(CustomLevels.SIGMAS)
                    .title("Flow Euler a", "Euler with fresh noise in each step.")
                    .paper("https://github.com/comfyanonymous/ComfyUI")
                    .stochastic()
                    .eta(1)
                    .goodSteps(20, 40)
                    .by(recipe(config -> new EulerAncestralFlow(config.number("eta", 1), config.number("s_noise", 1)))),
            SamplerEntry.named("flow_euler_stochastic")
                    .tunable(SamplerOption.SHIFT)
                    .scheduler("FlowMatchEulerDiscreteScheduler")
                    .options(Map.of("stochastic_sampling", true))
                    .family(ModelFamily.FLOW)
                    .takes(CustomLevels.SIGMAS)
                    .title("Flow Euler stochastic", "Fresh noise in each step; for distilled flow models.")
                    .paper(RECTIFIED_FLOW)
                    .stochastic()
                    .goodSteps(4, 10)
                    .by(recipe(config -> new Renoise())),
            SamplerEntry.named("flow_heun")
                    .tunable(SamplerOption.SHIFT)
                    .scheduler("FlowMatchHeunDiscreteScheduler")
                    .family(ModelFamily.FLOW)
                    .takes(CustomLevels.SIGMAS)
                    .title("Flow Heun", "Second order by a second look at the end of each step.")
                    .paper(RECTIFIED_FLOW)
                    .order(2)
                    .evaluations(2)
                    .goodSteps(10, 25)
                    .by(recipe(config -> new Heun(Churn.NONE))),
            SamplerEntry.named("flow_lcm")
                    .tunable(SamplerOption.SHIFT)
                    .scheduler("FlowMatchLCMScheduler")
                    .family(ModelFamily.FLOW)
                    .takes(CustomLevels.SIGMAS)
                    .title("Flow LCM", "For flow models distilled to consistency.")
                    .paper("Luo et al. 2023, https://arxiv.org/abs/2310.04378")
                    .stochastic()
                    .goodSteps(2, 8)
                    .by(recipe(config -> new Renoise())));

    private FlowSamplers() {}

    private static Recipe recipe(Function<SchedulerConfig, Sampler> loop) {
        return (config, steps) -> {
            boolean inverted = config.flag("invert_sigmas", false);
            PredictionType prediction = inverted ? PredictionType.DATA_FLOW : PredictionType.FLOW;
            return new SamplingPlan(loop.apply(config), schedule(config, steps), 1, prediction, Thresholding.NONE);
        };
    }

    private static Schedule schedule(SchedulerConfig config, Steps steps) {
        int trainSteps = config.integer("num_train_timesteps", 1000);
        Timetable timetable = FlowTimetable.matching(config, steps);
        boolean inverted = config.flag("invert_sigmas", false);
        Schedule.LevelFinder levels = sigma -> Frame.FLOW.level(sigma * trainSteps, inverted ? 1 - sigma : sigma);
        List<NoiseLevel> visited = new ArrayList<>();
        for (double sigma : timetable.sigmas()) {
            visited.add(levels.at(sigma));
        }
        return Schedule.through(visited, levels);
    }
}
