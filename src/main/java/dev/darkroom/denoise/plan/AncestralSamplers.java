package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.sampler.Dpm2Ancestral;
import dev.darkroom.denoise.sampler.DpmPlusPlus2SAncestral;
import dev.darkroom.denoise.sampler.DpmPlusPlusSde;
import dev.darkroom.denoise.sampler.ErSde;
import dev.darkroom.denoise.sampler.EulerAncestral;
import dev.darkroom.denoise.sampler.ResMultistep;
import dev.darkroom.denoise.sampler.Restart;
import dev.darkroom.denoise.sampler.Seeds2;
import dev.darkroom.denoise.sampler.Seeds3;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import java.util.List;

/** Samplers in k-diffusion's frame that renew the noise in each step. */
final class AncestralSamplers {

    private static final String K_DIFFUSION = "k-diffusion, https://github.com/crowsonkb/k-diffusion";
    private static final String DPM_PLUS_PLUS = "Lu et al. 2022, https://arxiv.org/abs/2211.01095";

    private static final String SEEDS = "Gonzalez et al. 2023, https://arxiv.org/abs/2305.14267";

    static final List<SamplerEntry> ALL = List.of(
            SamplerEntry.named("euler_ancestral")
                    .tunable(SamplerOption.S_NOISE)
                    .scheduler("EulerAncestralDiscreteScheduler")
                    .title("Euler a", "Euler with fresh noise in each step; does not converge, lively at few steps.")
                    .paper(K_DIFFUSION)
                    .stochastic()
                    .eta(1)
                    .goodSteps(20, 40)
                    .aliases("k_euler_a", "k_euler_ancestral")
                    .by(Recipes.discrete(config -> new EulerAncestral(eta(config), noiseScale(config)))),
            SamplerEntry.named("dpm_2_ancestral")
                    .tunable(SamplerOption.S_NOISE)
                    .scheduler("KDPM2AncestralDiscreteScheduler")
                    .title("DPM2 a", "DPM2 with fresh noise in each step.")
                    .paper(K_DIFFUSION)
                    .order(2)
                    .stochastic()
                    .eta(1)
                    .evaluations(2)
                    .goodSteps(10, 25)
                    .aliases("k_dpm_2_a", "k_dpm_2_ancestral")
                    .by(Recipes.discrete(config -> new Dpm2Ancestral(eta(config), noiseScale(config)))),
            SamplerEntry.named("dpmpp_2s_ancestral")
                    .tunable(SamplerOption.S_NOISE)
                    .title("DPM++ 2S a", "Two evaluations a step with fresh noise; rich detail.")
                    .paper(DPM_PLUS_PLUS + ", algorithm 1")
                    .order(2)
                    .stochastic()
                    .eta(1)
                    .evaluations(2)
                    .goodSteps(10, 25)
                    .aliases("k_dpmpp_2s_a", "k_dpmpp_2s_ancestral")
                    .by(Recipes.discrete(config -> new DpmPlusPlus2SAncestral(eta(config), noiseScale(config)))),
            SamplerEntry.named("dpmpp_sde")
                    .tunable(SamplerOption.S_NOISE)
                    .trait(SamplerTrait.BROWNIAN)
                    .scheduler("DPMSolverSDEScheduler")
                    .title("DPM++ SDE", "Two evaluations a step with fresh noise in both; fine detail at few steps.")
                    .paper(DPM_PLUS_PLUS + ", algorithm 1")
                    .order(2)
                    .stochastic()
                    .eta(1)
                    .evaluations(2)
                    .goodSteps(8, 20)
                    .aliases("k_dpmpp_sde", "dpmpp_sde_gpu")
                    .by(Recipes.discrete(
                            config -> new DpmPlusPlusSde(eta(config), noiseScale(config), config.number("r", 0.5)))),
            SamplerEntry.named("res_multistep_ancestral")
                    .tunable(SamplerOption.S_NOISE)
                    .title("RES Multistep a", "RES Multistep with fresh noise in each step.")
                    .paper("Zhang et al. 2023, https://arxiv.org/abs/2308.02157")
                    .order(2)
                    .stochastic()
                    .eta(1)
                    .goodSteps(15, 30)
                    .by(Recipes.discrete(config -> new ResMultistep(eta(config), noiseScale(config)))),
            SamplerEntry.named("er_sde")
                    .tunable(SamplerOption.S_NOISE)
                    .title("ER-SDE", "A reverse SDE with its noise shaped for few steps; third order.")
                    .paper("Cui et al. 2023, https://arxiv.org/abs/2309.06169")
                    .order(3)
                    .stochastic()
                    .goodSteps(10, 30)
                    .by(Recipes.discrete(config -> new ErSde(3, noiseScale(config)))),
            SamplerEntry.named("seeds_2")
                    .tunable(SamplerOption.S_NOISE)
                    .title("SEEDS-2", "Exponential steps of the reverse SDE with two stages.")
                    .paper(SEEDS + ", algorithm 2")
                    .order(2)
                    .stochastic()
                    .eta(1)
                    .evaluations(2)
                    .goodSteps(10, 30)
                    .by(Recipes.discrete(
                            config -> new Seeds2(eta(config), noiseScale(config), config.number("r", 0.5), false))),
            SamplerEntry.named("seeds_3")
                    .tunable(SamplerOption.S_NOISE)
                    .title("SEEDS-3", "Exponential steps of the reverse SDE with three stages.")
                    .paper(SEEDS + ", algorithm 3")
                    .order(3)
                    .stochastic()
                    .eta(1)
                    .evaluations(3)
                    .goodSteps(10, 30)
                    .by(Recipes.discrete(config -> new Seeds3(eta(config), noiseScale(config)))),
            SamplerEntry.named("exp_heun_2_x0_sde")
                    .tunable(SamplerOption.S_NOISE)
                    .title("Exponential Heun SDE", "Exponential Heun steps of the reverse SDE.")
                    .paper(SEEDS)
                    .order(2)
                    .stochastic()
                    .eta(1)
                    .evaluations(2)
                    .goodSteps(10, 30)
                    .by(Recipes.discrete(config -> new Seeds2(eta(config), noiseScale(config), 1, true))),
            SamplerEntry.named("restart")
                    .title("Restart", "Heun that jumps back up near the end and walks the last part again.")
                    .paper("Xu et al. 2023, https://arxiv.org/abs/2306.14878")
                    .order(2)
                    .stochastic()
                    .takes()
                    .evaluations(2)
                    .goodSteps(20, 40)
                    .by(Recipes.discrete(config -> new Restart(noiseScale(config)))));

    private AncestralSamplers() {}

    private static double eta(SchedulerConfig config) {
        return config.number("eta", 1);
    }

    private static double noiseScale(SchedulerConfig config) {
        return config.number("s_noise", 1);
    }
}
