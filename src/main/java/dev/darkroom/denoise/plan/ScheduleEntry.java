package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.schedule.SchedulerConfig;
import java.util.List;
import java.util.Map;

/**
 * A schedule that can be asked for.
 *
 * @param name canonical name
 * @param title name as people write it
 * @param description one sentence
 * @param paper where it comes from
 * @param options scheduler options that choose it
 * @param aliases further names: webui's, ComfyUI's
 */
public record ScheduleEntry(
        String name,
        String title,
        String description,
        String paper,
        Map<String, Object> options,
        List<String> aliases) {

    private static final List<String> CHOOSING = List.of(
            "use_karras_sigmas", "use_exponential_sigmas", "use_beta_sigmas", "use_lu_lambdas", "sigma_schedule");

    /** Whether a configuration chooses this schedule. */
    boolean chosenBy(SchedulerConfig config) {
        return !options.isEmpty()
                && options.entrySet().stream()
                        .allMatch(option ->
                                option.getValue().equals(config.options().get(option.getKey())));
    }

    /** The configuration with this schedule and no other. */
    SchedulerConfig chosenIn(SchedulerConfig config) {
        SchedulerConfig chosen = config;
        for (String option : CHOOSING) {
            chosen = chosen.with(option, options.get(option));
        }
        return chosen;
    }
}
