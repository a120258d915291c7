package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.plan.SamplerEntry.Facts;
import dev.darkroom.denoise.sampler.Ddim;
import dev.darkroom.denoise.sampler.Ddpm;
import dev.darkroom.denoise.sampler.ReverseVariance;
import java.util.List;
import java.util.Map;

/** Samplers that walk the training timesteps. */
final class TimestepSamplers {

    static final List<SamplerEntry> ALL = List.of(
            new SamplerEntry(
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
                    TimestepRecipes.strided(config -> new Ddim(
                            config.number("eta", 0),
                            Recipes.thresholding(config),
                            config.flag("use_clipped_model_output", false)))),
            new SamplerEntry(
                    "ddpm",
                    "DDPMScheduler",
                    Map.of(),
                    new Facts(
                            "DDPM",
                            "The reverse process as it was trained; needs many steps.",
                            "Ho et al. 2020, https://arxiv.org/abs/2006.11239, algorithm 2",
                            1,
                            true,
                            1,
                            List.of(50, 1000)),
                    List.of(),
                    TimestepRecipes.listed(
                            config -> new Ddpm(ReverseVariance.of(config.text("variance_type", "fixed_small"))))),
            new SamplerEntry(
                    "pndm",
                    "PNDMScheduler",
                    Map.of(),
                    new Facts(
                            "PLMS",
                            "Linear multistep of order four; the first sampler of Stable Diffusion.",
                            "Liu et al. 2022, https://arxiv.org/abs/2202.09778",
                            4,
                            false,
                            1,
                            List.of(25, 50)),
                    List.of("plms"),
                    TimestepRecipes::pndm),
            new SamplerEntry(
                    "lcm",
                    "LCMScheduler",
                    Map.of(),
                    new Facts(
                            "LCM",
                            "For models distilled to consistency: a picture in one to eight steps.",
                            "Luo et al. 2023, https://arxiv.org/abs/2310.04378, algorithm 3",
                            1,
                            true,
                            1,
                            List.of(1, 8)),
                    List.of(),
                    TimestepRecipes::lcm));

    private TimestepSamplers() {}
}
