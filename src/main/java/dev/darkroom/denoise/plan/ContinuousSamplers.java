package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.sampler.Churn;
import dev.darkroom.denoise.sampler.ConsistencyMultistep;
import dev.darkroom.denoise.sampler.DpmExponentials;
import dev.darkroom.denoise.sampler.DpmSolverMultistep;
import dev.darkroom.denoise.sampler.Euler;
import dev.darkroom.denoise.sampler.EulerLateChurn;
import dev.darkroom.denoise.sampler.Ipndm;
import dev.darkroom.denoise.sampler.SolverFinish;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import java.util.List;
import java.util.Map;

/** Samplers of models that were trained on any sigma. */
final class ContinuousSamplers {

    private static final String KARRAS = "Karras et al. 2022, https://arxiv.org/abs/2206.00364";
    private static final String DPM_PLUS_PLUS = "Lu et al. 2022, https://arxiv.org/abs/2211.01095";

    static final List<SamplerEntry> ALL = List.of(
            SamplerEntry.named("edm_euler")
                    .tunable(SamplerOption.S_CHURN, SamplerOption.S_TMIN, SamplerOption.S_TMAX, SamplerOption.S_NOISE)
                    .scheduler("EDMEulerScheduler")
                    .ownTimesteps(CustomLevels.SIGMAS)
                    .family(ModelFamily.EDM)
                    .title("EDM Euler", "Euler for models with the preconditioning of EDM.")
                    .paper(KARRAS)
                    .goodSteps(20, 50)
                    .by(ContinuousRecipes.edm(ContinuousSamplers::euler)),
            SamplerEntry.named("edm_dpmpp_2m")
                    .scheduler("EDMDPMSolverMultistepScheduler")
                    .ownTimesteps(CustomLevels.SIGMAS)
                    .family(ModelFamily.EDM)
                    .aliases("edm_dpm")
                    .title("EDM DPM++ 2M", "DPM++ 2M for models with the preconditioning of EDM.")
                    .paper(DPM_PLUS_PLUS)
                    .order(2)
                    .goodSteps(15, 30)
                    .by(ContinuousRecipes.edm(config -> multistep(config, SolverSamplers.exponentials(config)))),
            SamplerEntry.named("edm_dpmpp_2m_sde")
                    .tunable(SamplerOption.S_NOISE)
                    .trait(SamplerTrait.BROWNIAN)
                    .scheduler("EDMDPMSolverMultistepScheduler")
                    .ownTimesteps(CustomLevels.SIGMAS)
                    .options(Map.of("algorithm_type", "sde-dpmsolver++"))
                    .family(ModelFamily.EDM)
                    .title("EDM DPM++ 2M SDE", "DPM++ 2M SDE for models with the preconditioning of EDM.")
                    .paper(DPM_PLUS_PLUS)
                    .order(2)
                    .stochastic()
                    .eta(1)
                    .goodSteps(20, 40)
                    .by(ContinuousRecipes.edm(config -> multistep(config, SolverSamplers.exponentials(config)))),
            SamplerEntry.named("edm_cosine_dpmpp_2m_sde")
                    .trait(SamplerTrait.BROWNIAN)
                    .scheduler("CosineDPMSolverMultistepScheduler")
                    .ownTimesteps(CustomLevels.SIGMAS)
                    .family(ModelFamily.EDM)
                    .title("Cosine DPM++ 2M SDE", "DPM++ 2M SDE for audio models that are told an angle.")
                    .paper(DPM_PLUS_PLUS)
                    .order(2)
                    .stochastic()
                    .goodSteps(50, 200)
                    .by(ContinuousRecipes.cosine(config -> multistep(config, new DpmExponentials.Data(1, 1)))),
            SamplerEntry.named("cm_multistep")
                    .tunable(SamplerOption.S_NOISE)
                    .scheduler("CMStochasticIterativeScheduler")
                    .ownTimesteps()
                    .family(ModelFamily.CONSISTENCY)
                    .title("CM multistep", "For consistency models: a jump to the picture, then noise again.")
                    .paper("Song et al. 2023, https://arxiv.org/abs/2303.01469, algorithm 1")
                    .stochastic()
                    .goodSteps(1, 4)
                    .aliases("consistency_multistep")
                    .by(ContinuousRecipes.consistency(config ->
                            new ConsistencyMultistep(config.number("sigma_min", 0.002), config.number("s_noise", 1)))),
            SamplerEntry.named("dance_ipndm")
                    .scheduler("IPNDMScheduler")
                    .ownTimesteps()
                    .family(ModelFamily.DANCE)
                    .title("Dance IPNDM", "Improved PNDM for models of the Dance Diffusion kind.")
                    .paper("Liu et al. 2022, https://arxiv.org/abs/2202.09778")
                    .order(2)
                    .goodSteps(25, 100)
                    .by(ContinuousRecipes.dance(config -> new Ipndm(4, false))));

    private ContinuousSamplers() {}

    private static Sampler euler(SchedulerConfig config) {
        Churn churn = DiscreteSamplers.churn(config);
        return config.flag("churn_after_network", false)
                ? new EulerLateChurn(churn, ContinuousRecipes.preconditioning(config), true)
                : new Euler(churn);
    }

    private static DpmSolverMultistep multistep(SchedulerConfig config, DpmExponentials exponentials) {
        SolverFinish finish =
                new SolverFinish(config.flag("lower_order_final", true), config.flag("euler_at_final", false));
        return new DpmSolverMultistep(
                exponentials, config.integer("solver_order", 2), SolverSamplers.slope(config), finish);
    }
}
