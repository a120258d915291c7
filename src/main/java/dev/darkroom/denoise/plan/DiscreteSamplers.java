package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.plan.SamplerEntry.Facts;
import dev.darkroom.denoise.sampler.Churn;
import dev.darkroom.denoise.sampler.Euler;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import java.util.List;
import java.util.Map;

/** Samplers in k-diffusion's frame. */
final class DiscreteSamplers {

    private static final String KARRAS = "Karras et al. 2022, https://arxiv.org/abs/2206.00364";

    static final List<SamplerEntry> ALL = List.of(new SamplerEntry(
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
            Recipes.discrete(config -> new Euler(churn(config)))));

    private DiscreteSamplers() {}

    private static Churn churn(SchedulerConfig config) {
        return new Churn(
                config.number("s_churn", 0),
                config.number("s_tmin", 0),
                config.number("s_tmax", Double.POSITIVE_INFINITY),
                config.number("s_noise", 1));
    }
}
