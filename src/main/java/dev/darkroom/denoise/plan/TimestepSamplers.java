package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.sampler.BitDiffusion;
import dev.darkroom.denoise.sampler.Ddim;
import dev.darkroom.denoise.sampler.Ddpm;
import dev.darkroom.denoise.sampler.Plms;
import dev.darkroom.denoise.sampler.ReverseVariance;
import dev.darkroom.denoise.schedule.AnalogSteps;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import java.util.List;

/** Samplers that walk the training timesteps. */
final class TimestepSamplers {

    static final List<SamplerEntry> ALL = List.of(
            SamplerEntry.named("ddim")
                    .tunable(SamplerOption.TIMESTEP_SPACING)
                    .scheduler("DDIMScheduler")
                    .ownTimesteps(CustomLevels.TIMESTEPS)
                    .title("DDIM", "Deterministic at eta 0, so it can be inverted; eta 1 is as noisy as DDPM.")
                    .paper("Song et al. 2020, https://arxiv.org/abs/2010.02502")
                    .eta(0)
                    .goodSteps(20, 50)
                    .aliases("DDIMParallelScheduler", "DDIMParallel")
                    .by(TimestepRecipes.strided(config -> new Ddim(
                            config.number("eta", 0),
                            Recipes.thresholding(config),
                            config.flag("use_clipped_model_output", false)))),
            SamplerEntry.named("bit_diffusion")
                    .ownTimesteps()
                    .title("Bit Diffusion", "DDIM whose steps go further than the network is told; for analog bits.")
                    .paper("Chen et al. 2022, https://arxiv.org/abs/2208.04202, algorithm 2")
                    .tunable(SamplerOption.TIME_DIFFERENCE)
                    .goodSteps(10, 50)
                    .by((config, steps) -> bits(config, steps, false)),
            SamplerEntry.named("ddpm")
                    .tunable(SamplerOption.VARIANCE_TYPE, SamplerOption.TIMESTEP_SPACING)
                    .scheduler("DDPMScheduler")
                    .ownTimesteps(CustomLevels.TIMESTEPS)
                    .title("DDPM", "The reverse process as it was trained; needs many steps.")
                    .paper("Ho et al. 2020, https://arxiv.org/abs/2006.11239, algorithm 2")
                    .stochastic()
                    .goodSteps(50, 1000)
                    .aliases("DDPMParallelScheduler", "DDPMParallel")
                    .by(TimestepRecipes.listed(
                            config -> new Ddpm(ReverseVariance.of(config.text("variance_type", "fixed_small"))))),
            SamplerEntry.named("ddpm_unclip")
                    .scheduler("UnCLIPScheduler")
                    .ownTimesteps(CustomLevels.TIMESTEPS)
                    .title("DDPM unCLIP", "DDPM with the cosine schedule of unCLIP's prior and decoder.")
                    .paper("Ramesh et al. 2022, https://arxiv.org/abs/2204.06125")
                    .stochastic()
                    .goodSteps(25, 100)
                    .by(TimestepRecipes.listed(
                            config -> new Ddpm(ReverseVariance.of(config.text("variance_type", "fixed_small_log"))))),
            SamplerEntry.named("pndm")
                    .scheduler("PNDMScheduler")
                    .ownTimesteps()
                    .title("PLMS", "Linear multistep with four slopes; the first sampler of Stable Diffusion.")
                    .paper("Liu et al. 2022, https://arxiv.org/abs/2202.09778")
                    .order(2)
                    .goodSteps(25, 50)
                    .by(TimestepRecipes::pndm),
            SamplerEntry.named("webui_plms")
                    .ownTimesteps()
                    .title("PLMS webui", "PLMS at the timesteps of webui, which end at 1; one step less than asked.")
                    .paper("Liu et al. 2022, https://arxiv.org/abs/2202.09778")
                    .order(2)
                    .goodSteps(25, 50)
                    .by(TimestepRecipes.webui(config -> new Plms())),
            SamplerEntry.named("webui_ddim")
                    .ownTimesteps()
                    .title("DDIM webui", "DDIM at the timesteps of webui, which end at 1; one step less than asked.")
                    .paper("Song et al. 2020, https://arxiv.org/abs/2010.02502")
                    .eta(0)
                    .goodSteps(20, 50)
                    .by(TimestepRecipes.webui(
                            config -> new Ddim(config.number("eta", 0), Recipes.thresholding(config), false))),
            SamplerEntry.named("lcm")
                    .scheduler("LCMScheduler")
                    .ownTimesteps(CustomLevels.TIMESTEPS)
                    .title("LCM", "For models distilled to consistency: a picture in one to eight steps.")
                    .paper("Luo et al. 2023, https://arxiv.org/abs/2310.04378, algorithm 3")
                    .stochastic()
                    .goodSteps(1, 8)
                    .by(TimestepRecipes::lcm),
            SamplerEntry.named("tcd")
                    .scheduler("TCDScheduler")
                    .ownTimesteps(CustomLevels.TIMESTEPS)
                    .title("TCD", "For trajectory-consistency models: like LCM, with noise to choose by eta.")
                    .paper("Zheng et al. 2024, https://arxiv.org/abs/2402.19159, algorithm 4")
                    .stochastic()
                    .eta(0.3)
                    .goodSteps(2, 8)
                    .by(TimestepRecipes::tcd));

    private TimestepSamplers() {}

    private static SamplingPlan bits(SchedulerConfig config, Steps steps, boolean ancestral) {
        Schedule schedule = AnalogSteps.of(
                steps.count(), config.number("time_difference", 1), config.number("num_train_timesteps", 1000));
        Sampler loop = new BitDiffusion(ancestral, Recipes.thresholding(config));
        return new SamplingPlan(loop, schedule, 1, Recipes.prediction(config), Thresholding.NONE);
    }
}
