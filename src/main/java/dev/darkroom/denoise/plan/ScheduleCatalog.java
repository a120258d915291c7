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
            "Lin et al. 2023, https://arxiv.org/abs/2305.08891, table 2",
            Map.of(),
            List.of("automatic", "model", "discrete"));

    private static final String KARRAS = "Karras et al. 2022, https://arxiv.org/abs/2206.00364, equation 5";
    private static final String DPM_SOLVER = "Lu et al. 2022, https://arxiv.org/abs/2206.00927, section 3.4";
    private static final String BETA = "Lee et al. 2024, https://arxiv.org/abs/2407.12173";
    private static final String K_DIFFUSION = "k-diffusion, https://github.com/crowsonkb/k-diffusion";
    private static final String LATENT = "Rombach et al. 2022, https://arxiv.org/abs/2112.10752";
    private static final String SGM = "Podell et al. 2023, https://arxiv.org/abs/2307.01952";
    private static final String COMFY = "ComfyUI, https://github.com/comfyanonymous/ComfyUI";
    private static final String DDIM = "Song et al. 2020, https://arxiv.org/abs/2010.02502, appendix D.2";
    private static final String AYS = "Sabour et al. 2024, https://arxiv.org/abs/2404.14507";
    private static final String SCORE_SDE = "Song et al. 2021, https://arxiv.org/abs/2011.13456";
    private static final String MOVIE_GEN = "Polyak et al. 2024, https://arxiv.org/abs/2410.13720, section 3.4.2";
    private static final String LAPLACE = "Hang et al. 2024, https://arxiv.org/abs/2407.03297";

    private static final List<ScheduleEntry> ALL = List.of(
            DEFAULT,
            flagged(
                    "karras",
                    "Karras",
                    "Dense near the clean end (Karras et al. 2022, rho 7).",
                    KARRAS,
                    "use_karras_sigmas",
                    "ka"),
            flagged("exponential", "Exponential", "Equal steps in log sigma.", DPM_SOLVER, "use_exponential_sigmas"),
            flagged("beta", "Beta", "Dense at both ends: quantiles of beta(0.6, 0.6).", BETA, "use_beta_sigmas"),
            flagged(
                    "lu",
                    "Lu",
                    "Equal steps in lambda with whole timesteps (Lu et al. 2022).",
                    DPM_SOLVER,
                    "use_lu_lambdas",
                    "lu_lambdas"),
            curve("polyexponential", "Polyexponential", "Exponential, bent by a power of the way left.", K_DIFFUSION),
            curve("uniform", "Uniform", "Equal steps in the training timestep.", LATENT, "normal"),
            curve("sgm_uniform", "SGM Uniform", "Equal steps in the training timestep, for distilled models.", SGM),
            curve("simple", "Simple", "Entries of the training table at equal distances.", COMFY),
            curve("ddim_uniform", "DDIM", "Every n-th training timestep, counted from the clean end.", DDIM, "ddim"),
            curve("beta_timesteps", "Beta over timesteps", "Beta quantiles of the timestep, as ComfyUI's beta.", BETA),
            curve("kl_optimal", "KL Optimal", "Equal steps in arctan sigma (Sabour et al. 2024).", AYS),
            curve(
                    "align_your_steps_sd15",
                    "Align Your Steps",
                    "Levels optimized for Stable Diffusion 1.5 (Sabour et al. 2024).",
                    AYS,
                    "align_your_steps",
                    "ays"),
            curve("align_your_steps_sdxl", "Align Your Steps SDXL", "Levels optimized for Stable Diffusion XL.", AYS),
            curve("align_your_steps_svd", "Align Your Steps SVD", "Levels optimized for Stable Video Diffusion.", AYS),
            curve("variance_preserving", "VP", "Equal times of the VP SDE.", SCORE_SDE, "vp"),
            curve("linear_quadratic", "Linear Quadratic", "A linear half, then a parabola; for few steps.", MOVIE_GEN),
            curve("laplace", "Laplace", "Log sigma distributed as Laplace.", LAPLACE));

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

    private static ScheduleEntry flagged(
            String name, String title, String description, String paper, String option, String... aliases) {
        return new ScheduleEntry(name, title, description, paper, Map.of(option, true), List.of(aliases));
    }

    private static ScheduleEntry curve(String name, String title, String description, String paper, String... aliases) {
        return new ScheduleEntry(name, title, description, paper, Map.of("sigma_schedule", name), List.of(aliases));
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
