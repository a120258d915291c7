package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.schedule.SchedulerConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All schedules, and every name they go by. */
public final class ScheduleCatalog {

    /** The schedule that a model's own configuration spaces: linspace, leading or trailing timesteps. */
    public static final ScheduleEntry DEFAULT = new ScheduleEntry(
            "default",
            "Default",
            "The timesteps as the model's own configuration spaces them.",
            Map.of(),
            List.of("automatic", "model", "discrete"));

    private static final List<ScheduleEntry> ALL = List.of(
            DEFAULT,
            flagged("karras", "Karras", "Dense near the clean end (Karras et al. 2022, rho 7).", "use_karras_sigmas"),
            flagged("exponential", "Exponential", "Equal steps in log sigma.", "use_exponential_sigmas"),
            flagged("beta", "Beta", "Dense at both ends: quantiles of beta(0.6, 0.6).", "use_beta_sigmas"),
            flagged("lu", "Lu", "Equal steps in lambda with whole timesteps (Lu et al. 2022).", "use_lu_lambdas"),
            curve("polyexponential", "Polyexponential", "Exponential, bent by a power of the way left."),
            curve("uniform", "Uniform", "Equal steps in the training timestep.", "normal"),
            curve("sgm_uniform", "SGM Uniform", "Equal steps in the training timestep, for distilled models."),
            curve("simple", "Simple", "Entries of the training table at equal distances."),
            curve("ddim_uniform", "DDIM", "Every n-th training timestep, counted from the clean end.", "ddim"),
            curve("beta_timesteps", "Beta over timesteps", "Beta quantiles of the timestep, as ComfyUI's beta."),
            curve("kl_optimal", "KL Optimal", "Equal steps in arctan sigma (Sabour et al. 2024)."),
            curve(
                    "align_your_steps_sd15",
                    "Align Your Steps",
                    "Levels optimized for Stable Diffusion 1.5 (Sabour et al. 2024).",
                    "align_your_steps",
                    "ays"),
            curve("align_your_steps_sdxl", "Align Your Steps SDXL", "Levels optimized for Stable Diffusion XL."),
            curve("align_your_steps_svd", "Align Your Steps SVD", "Levels optimized for Stable Video Diffusion."),
            curve("variance_preserving", "VP", "Equal times of the VP SDE.", "vp"),
            curve("linear_quadratic", "Linear Quadratic", "A linear half, then a parabola; for few steps."),
            curve("laplace", "Laplace", "Log sigma distributed as Laplace."));

    private static final Map<String, ScheduleEntry> BY_KEY = byKey();

    private ScheduleCatalog() {}

    /** All schedules, the model's own first. */
    public static List<ScheduleEntry> all() {
        return ALL;
    }

    /** The schedule of any known spelling. */
    public static ScheduleEntry get(String name) {
        return find(name)
                .orElseThrow(() -> new UnknownNameException(
                        "schedule", name, Names.near(name, ALL.stream().map(ScheduleEntry::name))));
    }

    /** The schedule of any known spelling, if there is one. */
    public static Optional<ScheduleEntry> find(String name) {
        return Optional.ofNullable(BY_KEY.get(Names.key(name)));
    }

    /** The schedule that a configuration chooses. */
    public static ScheduleEntry of(SchedulerConfig config) {
        return ALL.stream().filter(entry -> entry.chosenBy(config)).findFirst().orElse(DEFAULT);
    }

    private static ScheduleEntry flagged(String name, String title, String description, String option) {
        return new ScheduleEntry(name, title, description, Map.of(option, true), List.of());
    }

    private static ScheduleEntry curve(String name, String title, String description, String... aliases) {
        return new ScheduleEntry(name, title, description, Map.of("sigma_schedule", name), List.of(aliases));
    }

    private static Map<String, ScheduleEntry> byKey() {
        Map<String, ScheduleEntry> entries = new HashMap<>();
        for (ScheduleEntry entry : ALL) {
            entries.put(Names.key(entry.name()), entry);
            entries.putIfAbsent(Names.key(entry.title()), entry);
            entry.aliases().forEach(alias -> entries.putIfAbsent(Names.key(alias), entry));
        }
        return Map.copyOf(entries);
    }
}
