package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.denoise.schedule.TrainingTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether the levels that a request lists can be walked by its sampler. */
final class LevelCheck {

    private LevelCheck() {}

    /** @throws UnfitOptionException if they cannot; says what to do */
    static void require(SamplerEntry sampler, SchedulerConfig config, Steps steps) {
        if (!steps.sigmas().isEmpty()) {
            requireTaken(sampler, CustomLevels.SIGMAS);
            sigmas(sampler.family(), config, steps.sigmas());
        }
        if (!steps.timesteps().isEmpty()) {
            requireTaken(sampler, CustomLevels.TIMESTEPS);
            timesteps(sampler, TrainingTable.of(config).size(), steps.timesteps());
        }
    }

    private static void requireTaken(SamplerEntry sampler, CustomLevels levels) {
        if (!sampler.takes().contains(levels)) {
            String others = SamplerCatalog.all().stream()
                    .filter(entry ->
                            entry.family() == sampler.family() && entry.takes().contains(levels))
                    .map(SamplerEntry::name)
                    .limit(5)
                    .collect(Collectors.joining(", "));
            throw new UnfitOptionException(
                    option(levels),
                    "the sampler " + sampler.name() + " chooses its own levels and takes no " + option(levels)
                            + "; leave them out"
                            + (others.isEmpty() ? "" : ", or choose a sampler that takes them, such as " + others));
        }
    }

    private static void sigmas(ModelFamily family, SchedulerConfig config, List<Double> sigmas) {
        falling("sigmas", sigmas);
        int last = sigmas.size() - 1;
        for (int i = 0; i <= last; i++) {
            if (sigmas.get(i) < 0 || sigmas.get(i) == 0 && i < last) {
                throw wrong("sigmas", i, sigmas.get(i), "all must be above 0, only the last one may be 0");
            }
        }
        boolean flow = family == ModelFamily.FLOW || config.flag("use_flow_sigmas", false);
        if (flow && sigmas.get(0) > 1) {
            throw wrong("sigmas", 0, sigmas.get(0), "for a flow model sigma is the share of noise, 1 at most");
        }
        if (family == ModelFamily.FLOW && sigmas.get(last) != 0) {
            throw wrong("sigmas", last, sigmas.get(last), "for a flow model the last one must be 0");
        }
    }

    private static void timesteps(SamplerEntry sampler, int count, List<Double> timesteps) {
        falling("timesteps", timesteps);
        for (int i = 0; i < timesteps.size(); i++) {
            double timestep = timesteps.get(i);
            if (timestep < 0 || timestep > count - 1) {
                throw wrong("timesteps", i, timestep, "the model was trained on the timesteps 0 to " + (count - 1));
            }
            if (!sampler.takesSchedules() && timestep != Math.rint(timestep)) {
                throw wrong("timesteps", i, timestep, sampler.name() + " takes whole timesteps only");
            }
        }
    }

    private static void falling(String name, List<Double> values) {
        for (int i = 0; i < values.size(); i++) {
            if (!Double.isFinite(values.get(i))) {
                throw wrong(name, i, values.get(i), "give finite numbers");
            }
            if (i > 0 && values.get(i) >= values.get(i - 1)) {
                throw wrong(
                        name,
                        i,
                        values.get(i),
                        "each must be smaller than the one before it, which is " + values.get(i - 1));
            }
        }
    }

    private static UnfitOptionException wrong(String name, int index, double value, String rule) {
        return new UnfitOptionException(name, name + "[" + index + "] is " + value + "; " + rule);
    }

    private static String option(CustomLevels levels) {
        return levels.name().toLowerCase(Locale.ROOT);
    }
}
