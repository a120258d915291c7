package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.plan.SamplerCatalog.Match;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings a model's scheduler configuration and a request together. */
public final class SamplingPlanner {

    private SamplingPlanner() {}

    /** The sampler and the schedule that a request means, both by entry. */
    public record Choice(SamplerEntry sampler, ScheduleEntry schedule) {}

    /**
     * What a request means for a model. A schedule said explicitly goes before one that is part of the sampler's name;
     * without either, the model's own schedule stays. A sampler that walks timesteps of its own has the default one.
     *
     * @throws UnknownNameException if a name is not known
     */
    public static Choice choose(SchedulerConfig model, SamplingOptions options) {
        SamplerEntry own = SamplerCatalog.of(model);
        SamplerEntry sampler = own;
        ScheduleEntry schedule = ScheduleCatalog.of(model);
        if (options.sampler() != null) {
            Match match = SamplerCatalog.get(options.sampler());
            sampler = forModel(match.sampler(), own);
            schedule = match.schedule().orElse(schedule);
        }
        if (options.schedule() != null) {
            schedule = ScheduleCatalog.get(options.schedule());
        }
        if (options.steps().listed()) {
            schedule = instead(schedule, options);
        }
        return new Choice(sampler, sampler.takesSchedules() ? schedule : ScheduleCatalog.DEFAULT);
    }

    /**
     * The plan of a run.
     *
     * @param model the model's {@code scheduler_config.json}
     * @throws IllegalArgumentException if a name is unknown or the options do not fit together; says what to do
     */
    public static SamplingPlan plan(SchedulerConfig model, SamplingOptions options) {
        Choice choice = choose(model, options);
        boolean own = choice.sampler().equals(SamplerCatalog.of(model));
        SchedulerConfig config = own ? model : choice.sampler().configured(model);
        config = choice.schedule().chosenIn(config);
        config = overridden(config, "eta", options.eta());
        config = overridden(config, "sigma_min", options.sigmaMin());
        config = overridden(config, "sigma_max", options.sigmaMax());
        for (Map.Entry<SamplerOption, Object> option : options.own().entrySet()) {
            config = option.getKey().in(config, option.getValue());
        }
        OptionCheck.require(choice, config, options);
        Steps steps = options.steps();
        if (choice.sampler().family() == ModelFamily.FLOW && !steps.sigmas().isEmpty()) {
            config = config.with("shift", 1.0)
                    .with("use_dynamic_shifting", false)
                    .with("shift_terminal", null);
            steps = steps.withoutFinalSigma();
        }
        return choice.sampler().recipe().plan(config, steps);
    }

    /** Listed levels take the place of any schedule but one that was asked for besides them. */
    private static ScheduleEntry instead(ScheduleEntry schedule, SamplingOptions options) {
        if (options.schedule() != null && !schedule.equals(ScheduleCatalog.DEFAULT)) {
            throw new UnfitOptionException(
                    "schedule",
                    "the levels are listed, so there is nothing left for the schedule " + schedule.name()
                            + " to choose; leave out either");
        }
        if (options.sigmaMin() != null || options.sigmaMax() != null) {
            throw new UnfitOptionException(
                    options.sigmaMin() == null ? "sigma_max" : "sigma_min",
                    "the levels are listed, so their ends are fixed; leave out either");
        }
        return ScheduleCatalog.DEFAULT;
    }

    /** The sampler itself, or the one of the same name for the model's family: euler is flow_euler for a flow model. */
    private static SamplerEntry forModel(SamplerEntry asked, SamplerEntry own) {
        ModelFamily family = own.family();
        if (asked.equals(own) || asked.family() == family && family != ModelFamily.OWN) {
            return asked;
        }
        List<SamplerEntry> usable = family == ModelFamily.OWN
                ? List.of(own)
                : SamplerCatalog.all().stream()
                        .filter(entry -> entry.family() == family)
                        .toList();
        return usable.stream()
                .filter(entry -> entry.name().equals(family.prefix() + asked.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("sampler " + asked.name()
                        + " cannot run this model; use one of "
                        + usable.stream().map(SamplerEntry::name).collect(Collectors.joining(", "))));
    }

    private static SchedulerConfig overridden(SchedulerConfig config, String option, @Nullable Double value) {
        return value == null ? config : config.with(option, value);
    }
}
