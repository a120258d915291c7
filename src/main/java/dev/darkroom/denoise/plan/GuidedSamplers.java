package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.sampler.DpmPlusPlus2MCfgPlusPlus;
import dev.darkroom.denoise.sampler.DpmPlusPlus2SCfgPlusPlus;
import dev.darkroom.denoise.sampler.EulerCfgPlusPlus;
import dev.darkroom.denoise.sampler.GradientEstimationCfgPlusPlus;
import dev.darkroom.denoise.sampler.ResMultistepCfgPlusPlus;
import java.util.List;

/** Samplers that guide by CFG++; they want guidance scales of about 0 to 2. */
final class GuidedSamplers {

    private static final String CFG_PLUS_PLUS = "Chung et al. 2024, https://arxiv.org/abs/2406.08070";

    static final List<SamplerEntry> ALL = List.of(
            SamplerEntry.named("euler_cfg_pp")
                    .trait(SamplerTrait.CFG_PLUS_PLUS)
                    .title("Euler CFG++", "Euler that puts back unguided noise; for guidance scales of 0 to 2.")
                    .paper(CFG_PLUS_PLUS + ", algorithm 2")
                    .goodSteps(20, 40)
                    .by(Recipes.discrete(config -> new EulerCfgPlusPlus(0, 1))),
            SamplerEntry.named("euler_ancestral_cfg_pp")
                    .tunable(SamplerOption.S_NOISE)
                    .trait(SamplerTrait.CFG_PLUS_PLUS)
                    .title("Euler a CFG++", "Euler a that puts back unguided noise; for guidance scales of 0 to 2.")
                    .paper(CFG_PLUS_PLUS + ", algorithm 2")
                    .stochastic()
                    .eta(1)
                    .goodSteps(20, 40)
                    .by(Recipes.discrete(
                            config -> new EulerCfgPlusPlus(config.number("eta", 1), config.number("s_noise", 1)))),
            SamplerEntry.named("dpmpp_2m_cfg_pp")
                    .trait(SamplerTrait.CFG_PLUS_PLUS)
                    .title("DPM++ 2M CFG++", "DPM++ 2M with unguided noise; for guidance scales of 0 to 2.")
                    .paper(CFG_PLUS_PLUS)
                    .order(2)
                    .goodSteps(15, 30)
                    .by(Recipes.discrete(config -> new DpmPlusPlus2MCfgPlusPlus())),
            SamplerEntry.named("dpmpp_2s_ancestral_cfg_pp")
                    .tunable(SamplerOption.S_NOISE)
                    .trait(SamplerTrait.CFG_PLUS_PLUS)
                    .title("DPM++ 2S a CFG++", "DPM++ 2S a with unguided noise; for guidance scales of 0 to 2.")
                    .paper(CFG_PLUS_PLUS)
                    .order(2)
                    .stochastic()
                    .eta(1)
                    .evaluations(2)
                    .goodSteps(10, 25)
                    .by(Recipes.discrete(config ->
                            new DpmPlusPlus2SCfgPlusPlus(config.number("eta", 1), config.number("s_noise", 1)))),
            SamplerEntry.named("res_multistep_cfg_pp")
                    .trait(SamplerTrait.CFG_PLUS_PLUS)
                    .title("RES Multistep CFG++", "RES Multistep with unguided noise; for guidance scales of 0 to 2.")
                    .paper(CFG_PLUS_PLUS + "; Zhang et al. 2023, https://arxiv.org/abs/2308.02157")
                    .order(2)
                    .goodSteps(15, 30)
                    .by(Recipes.discrete(config -> new ResMultistepCfgPlusPlus(0, 1))),
            SamplerEntry.named("res_multistep_ancestral_cfg_pp")
                    .tunable(SamplerOption.S_NOISE)
                    .trait(SamplerTrait.CFG_PLUS_PLUS)
                    .title("RES Multistep a CFG++", "RES Multistep CFG++ with fresh noise in each step.")
                    .paper(CFG_PLUS_PLUS + "; Zhang et al. 2023, https://arxiv.org/abs/2308.02157")
                    .order(2)
                    .stochastic()
                    .eta(1)
                    .goodSteps(15, 30)
                    .by(Recipes.discrete(config ->
                            new ResMultistepCfgPlusPlus(config.number("eta", 1), config.number("s_noise", 1)))),
            SamplerEntry.named("gradient_estimation_cfg_pp")
                    .trait(SamplerTrait.CFG_PLUS_PLUS)
                    .title("Gradient Estimation CFG++", "Gradient Estimation with unguided slopes.")
                    .paper(CFG_PLUS_PLUS + "; Permenter and Yuan 2023, https://arxiv.org/abs/2306.04848")
                    .goodSteps(15, 30)
                    .by(Recipes.discrete(config -> new GradientEstimationCfgPlusPlus(2))));

    private GuidedSamplers() {}
}
