package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.schedule.SchedulerConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sampler that can be asked for.
 *
 * @param name canonical name, as in ComfyUI where it is known there
 * @param className scheduler class of diffusers that takes the same steps; empty if it has none
 * @param options options of that class which make it this sampler
 * @param family which models it runs
 * @param takesSchedules whether a schedule can be chosen; otherwise it walks timesteps of its own
 * @param takes lists of levels that may be given instead of a schedule
 * @param predictionTypes what a network may predict, in the words of {@code prediction_type}
 * @param tunable what it can be told beyond what all can
 * @param traits what sets it apart from others
 * @param facts what a user should know
 * @param aliases further names: webui's, k-diffusion's, short ones
 * @param recipe how a plan is made
 */
public record SamplerEntry(
        String name,
        String className,
        Map<String, Object> options,
        ModelFamily family,
        boolean takesSchedules,
        Set<CustomLevels> takes,
        List<String> predictionTypes,
        Set<SamplerOption> tunable,
        Set<SamplerTrait> traits,
        Facts facts,
        List<String> aliases,
        Recipe recipe) {

    /**
     * What a user should know of a sampler.
     *
     * @param title name as people write it
     * @param description one sentence
     * @param paper where it comes from
     * @param order order of convergence
     * @param stochastic whether it adds noise on the way
     * @param eta its default where it has the parameter, else null
     * @param evaluations network evaluations a step
     * @param goodSteps step counts that give good pictures, smallest and largest
     */
    public record Facts(
            String title,
            String description,
            String paper,
            int order,
            boolean stochastic,
            @Nullable Double eta,
            int evaluations,
            List<Integer> goodSteps) {}

    /** Begins the description of a sampler. */
    static SamplerEntryBuilder named(String name) {
        return new SamplerEntryBuilder(name);
    }

    /** Whether the configuration, run by its own class, is this sampler; {@code usual} says what is missing in it. */
    boolean runs(SchedulerConfig config, SamplerEntry usual) {
        return options.entrySet().stream()
                .allMatch(option -> same(
                        option.getValue(),
                        config.has(option.getKey())
                                ? config.options().get(option.getKey())
                                : usual.options.get(option.getKey())));
    }

    private static boolean same(Object wanted, @Nullable Object given) {
        if (wanted instanceof Number a && given instanceof Number b) {
            return a.doubleValue() == b.doubleValue();
        }
        return wanted.equals(given);
    }

    /** The configuration that makes this sampler out of a model's. */
    SchedulerConfig configured(SchedulerConfig model) {
        SchedulerConfig config = model.as(className);
        for (Map.Entry<String, Object> option : options.entrySet()) {
            config = config.with(option.getKey(), option.getValue());
        }
        return config;
    }
}
