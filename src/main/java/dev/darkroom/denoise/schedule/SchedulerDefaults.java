package dev.darkroom.denoise.schedule;

import java.util.Map;

/** Where the defaults of a scheduler class in diffusers deviate from those of most classes. */
final class SchedulerDefaults {

    private static final Map<String, Object> LATENT_BETAS = Map.of("beta_start", 0.00085, "beta_end", 0.012);

    private static final Map<String, Object> LEADING_CLIPPED =
            Map.of("timestep_spacing", "leading", "clip_sample", true);

    private static final Map<String, Object> CONSISTENCY = Map.of(
            "beta_start", 0.00085, "beta_end", 0.012, "beta_schedule", "scaled_linear", "timestep_spacing", "leading");

    private static final Map<String, Object> EDM = Map.of("sigma_min", 0.002, "sigma_max", 80.0, "sigma_data", 0.5);

    private static final Map<String, Object> COSINE = Map.of("sigma_min", 0.3, "sigma_max", 500.0, "sigma_data", 1.0);

    private static final Map<String, Object> COGVIDEOX = Map.of(
            "beta_start",
            0.00085,
            "beta_end",
            0.012,
            "beta_schedule",
            "scaled_linear",
            "timestep_spacing",
            "leading",
            "snr_shift_scale",
            3.0);

    private static final Map<String, Map<String, Object>> DEVIATIONS = Map.ofEntries(
            Map.entry("DDPMScheduler", LEADING_CLIPPED),
            Map.entry("DDPMParallelScheduler", LEADING_CLIPPED),
            Map.entry("DDIMScheduler", LEADING_CLIPPED),
            Map.entry("DDIMParallelScheduler", LEADING_CLIPPED),
            Map.entry("DDIMInverseScheduler", LEADING_CLIPPED),
            Map.entry("UnCLIPScheduler", Map.of("beta_schedule", "squaredcos_cap_v2", "clip_sample", true)),
            Map.entry("RePaintScheduler", Map.of("clip_sample", true)),
            Map.entry("PNDMScheduler", Map.of("timestep_spacing", "leading", "set_alpha_to_one", false)),
            Map.entry("LCMScheduler", CONSISTENCY),
            Map.entry("TCDScheduler", CONSISTENCY),
            Map.entry("HeunDiscreteScheduler", LATENT_BETAS),
            Map.entry("KDPM2DiscreteScheduler", LATENT_BETAS),
            Map.entry("KDPM2AncestralDiscreteScheduler", LATENT_BETAS),
            Map.entry("DPMSolverSDEScheduler", LATENT_BETAS),
            Map.entry("DPMSolverSinglestepScheduler", Map.of("lower_order_final", false)),
            Map.entry("DEISMultistepScheduler", Map.of("final_sigmas_type", "sigma_min")),
            Map.entry("UniPCMultistepScheduler", Map.of("solver_type", "bh2")),
            Map.entry(
                    "SASolverScheduler", Map.of("algorithm_type", "data_prediction", "final_sigmas_type", "sigma_min")),
            Map.entry("CogVideoXDDIMScheduler", COGVIDEOX),
            Map.entry("CogVideoXDPMScheduler", COGVIDEOX),
            Map.entry("ConsistencyDecoderScheduler", Map.of("beta_schedule", "squaredcos_cap_v2")),
            Map.entry("MiniMaxH3Scheduler", Map.of("shift", 12.0)),
            Map.entry("KarrasVeScheduler", Map.of("s_churn", 80.0, "s_noise", 1.007)),
            Map.entry("EDMEulerScheduler", EDM),
            Map.entry("EDMDPMSolverMultistepScheduler", EDM),
            Map.entry("CosineDPMSolverMultistepScheduler", COSINE));

    private SchedulerDefaults() {}

    /** The default of an option of a class; {@code usual} where it does not deviate. */
    static Object of(String className, String option, Object usual) {
        return DEVIATIONS.getOrDefault(className, Map.of()).getOrDefault(option, usual);
    }
}
