package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.plan.SamplerEntry.Facts;
import dev.darkroom.denoise.sampler.Ddim;
import java.util.List;
import java.util.Map;

/** Samplers that walk the training timesteps. */
final class TimestepSamplers {

    static final List<SamplerEntry> ALL = List.of(new SamplerEntry(
            "ddim",
            "DDIMScheduler",
            Map.of(),
            new Facts(
                    "DDIM",
                    "Deterministic at eta 0, so it can be inverted; eta 1 is as noisy as DDPM.",
                    "Song et al. 2020, https://arxiv.org/abs/2010.02502",
                    1,
                    false,
                    1,
                    List.of(20, 50)),
            List.of(),
            Recipes.strided(config -> new Ddim(
                    config.number("eta", 0),
                    Recipes.thresholding(config),
                    config.flag("use_clipped_model_output", false)))));

    private TimestepSamplers() {}
}
