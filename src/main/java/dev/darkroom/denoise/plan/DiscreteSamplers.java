package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.plan.SamplerEntry.Facts;
import dev.darkroom.denoise.sampler.Churn;
import dev.darkroom.denoise.sampler.DpmPlusPlusSde;
import dev.darkroom.denoise.sampler.Euler;
import dev.darkroom.denoise.sampler.EulerAncestral;
import dev.darkroom.denoise.sampler.Heun;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import java.util.List;
import java.util.Map;

/** Samplers in k-diffusion's frame. */
final class DiscreteSamplers {

    private static final String KARRAS = "Karras et al. 2022, https://arxiv.org/abs/2206.00364";

    private static final String K_DIFFUSION = "k-diffusion, https://github.com/crowsonkb/k-diffusion";

    static final List<SamplerEntry> ALL = List.of(
            new SamplerEntry(
                    "euler",
                    "EulerDiscreteScheduler",
                    Map.of(),
                    new Facts(
                            "Euler",
                            "One evaluation a step along the tangent; simple and hard to break.",
                            KARRAS + ", algorithm 2",
                            1,
                            false,
                            1,
                            List.of(20, 40)),
                    List.of("k_euler"),
                    Recipes.discrete(config -> new Euler(churn(config)))),
            new SamplerEntry(
                    "euler_ancestral",
                    "EulerAncestralDiscreteScheduler",
                    Map.of(),
                    new Facts(
                            "Euler a",
                            "Euler with fresh noise in each step; does not converge, lively at few steps.",
                            K_DIFFUSION,
                            1,
                            true,
                            1,
                            List.of(20, 40)),
                    List.of("k_euler_a", "euler ancestral"),
                    Recipes.discrete(config -> new EulerAncestral(eta(config), noiseScale(config)))),
            new SamplerEntry(
                    "heun",
                    "HeunDiscreteScheduler",
                    Map.of(),
                    new Facts(
                            "Heun",
                            "Second order by a second look at the end of each step.",
                            KARRAS + ", algorithm 2",
                            2,
                            false,
                            2,
                            List.of(10, 25)),
                    List.of("k_heun"),
                    Recipes.discrete(config -> new Heun(churn(config)))),
            new SamplerEntry(
                    "dpmpp_sde",
                    "DPMSolverSDEScheduler",
                    Map.of(),
                    new Facts(
                            "DPM++ SDE",
                            "Two evaluations a step with fresh noise; fine detail at few steps.",
                            "Lu et al. 2022, https://arxiv.org/abs/2211.01095, algorithm 1",
                            2,
                            true,
                            2,
                            List.of(8, 20)),
                    List.of("k_dpmpp_sde", "dpmpp_sde_gpu"),
                    Recipes.discrete(
                            config -> new DpmPlusPlusSde(eta(config), noiseScale(config), config.number("r", 0.5)))));

    private DiscreteSamplers() {}

    private static Churn churn(SchedulerConfig config) {
        return new Churn(
                config.number("s_churn", 0),
                config.number("s_tmin", 0),
                config.number("s_tmax", Double.POSITIVE_INFINITY),
                noiseScale(config));
    }

    private static double eta(SchedulerConfig config) {
        return config.number("eta", 1);
    }

    private static double noiseScale(SchedulerConfig config) {
        return config.number("s_noise", 1);
    }
}
