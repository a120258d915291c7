package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.guidance.PredictionType;
import dev.darkroom.denoise.sampler.Churn;
import dev.darkroom.denoise.sampler.DeisTabulated;
import dev.darkroom.denoise.sampler.Dpm2;
import dev.darkroom.denoise.sampler.DpmAdaptive;
import dev.darkroom.denoise.sampler.DpmFast;
import dev.darkroom.denoise.sampler.Euler;
import dev.darkroom.denoise.sampler.EulerLateChurn;
import dev.darkroom.denoise.sampler.GradientEstimation;
import dev.darkroom.denoise.sampler.Heun;
import dev.darkroom.denoise.sampler.HeunPlusPlus;
import dev.darkroom.denoise.sampler.Ipndm;
import dev.darkroom.denoise.sampler.IpndmVariable;
import dev.darkroom.denoise.sampler.Lms;
import dev.darkroom.denoise.sampler.ResMultistep;
import dev.darkroom.denoise.sampler.Seeds2;
import dev.darkroom.denoise.sampler.StepControl;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import java.util.List;

/** Samplers of the ODE in k-diffusion's frame. */
final class DiscreteSamplers {

    private static final String KARRAS = "Karras et al. 2022, https://arxiv.org/abs/2206.00364";
    private static final String DPM_SOLVER = "Lu et al. 2022, https://arxiv.org/abs/2206.00927";

    static final List<SamplerEntry> ALL = List.of(
            SamplerEntry.named("euler")
                    .tunable(SamplerOption.S_CHURN, SamplerOption.S_TMIN, SamplerOption.S_TMAX, SamplerOption.S_NOISE)
                    .scheduler("EulerDiscreteScheduler")
                    .title("Euler", "One evaluation a step along the tangent; simple and hard to break.")
                    .paper(KARRAS + ", algorithm 2")
                    .goodSteps(20, 40)
                    .aliases("k_euler")
                    .by(Recipes.discrete(DiscreteSamplers::euler)),
            SamplerEntry.named("heun")
                    .tunable(SamplerOption.S_CHURN, SamplerOption.S_TMIN, SamplerOption.S_TMAX, SamplerOption.S_NOISE)
                    .scheduler("HeunDiscreteScheduler")
                    .title("Heun", "Second order by a second look at the end of each step.")
                    .paper(KARRAS + ", algorithm 2")
                    .order(2)
                    .evaluations(2)
                    .goodSteps(10, 25)
                    .aliases("k_heun")
                    .by(Recipes.discrete(config -> new Heun(churn(config)))),
            SamplerEntry.named("dpm_2")
                    .tunable(SamplerOption.S_CHURN, SamplerOption.S_TMIN, SamplerOption.S_TMAX, SamplerOption.S_NOISE)
                    .scheduler("KDPM2DiscreteScheduler")
                    .title("DPM2", "Second order by a second look in the middle of each step.")
                    .paper(DPM_SOLVER + ", algorithm 1")
                    .order(2)
                    .evaluations(2)
                    .goodSteps(10, 25)
                    .aliases("k_dpm_2")
                    .by(Recipes.discrete(config -> new Dpm2(churn(config)))),
            SamplerEntry.named("lms")
                    .tunable(SamplerOption.ORDER)
                    .scheduler("LMSDiscreteScheduler")
                    .title("LMS", "Linear multistep of order four with variable steps.")
                    .paper("Adams-Bashforth, https://github.com/crowsonkb/k-diffusion")
                    .order(4)
                    .goodSteps(20, 50)
                    .aliases("k_lms")
                    .by(Recipes.discrete(config -> new Lms(config.integer("order", 4)))),
            SamplerEntry.named("dpm_fast")
                    .title("DPM fast", "Third-order steps of equal length in log sigma; as many evaluations as steps.")
                    .paper(DPM_SOLVER + ", appendix D.3")
                    .order(3)
                    .eta(0)
                    .takes()
                    .goodSteps(15, 40)
                    .aliases("k_dpm_fast")
                    .by(Recipes.discrete(config -> new DpmFast(config.number("eta", 0), noiseScale(config)))),
            SamplerEntry.named("dpm_adaptive")
                    .title("DPM adaptive", "Chooses its own steps from an error estimate; ignores the step count.")
                    .paper(DPM_SOLVER + ", appendix C")
                    .order(3)
                    .eta(0)
                    .takes()
                    .evaluations(3)
                    .goodSteps(10, 20)
                    .aliases("k_dpm_ad")
                    .by(Recipes.discrete(DiscreteSamplers::adaptive)),
            SamplerEntry.named("heunpp2")
                    .title("Heun++", "Slopes of up to two levels ahead, weighted by their sigmas; of first order.")
                    .paper("https://github.com/Carzit/sd-webui-samplers-scheduler")
                    .order(1)
                    .evaluations(3)
                    .goodSteps(8, 20)
                    .by(Recipes.discrete(config -> new HeunPlusPlus())),
            SamplerEntry.named("ipndm")
                    .title(
                            "IPNDM",
                            "Four-step Adams method that takes the steps for equally long; order four only where they are.")
                    .paper("Liu et al. 2022, https://arxiv.org/abs/2202.09778")
                    .order(2)
                    .goodSteps(10, 30)
                    .by(Recipes.discrete(config -> new Ipndm(4, true))),
            SamplerEntry.named("ipndm_v")
                    .title(
                            "IPNDM variable",
                            "IPNDM with published weights for steps of any length, which hold the order one only.")
                    .paper("Zhou et al. 2024, https://arxiv.org/abs/2312.00094")
                    .order(1)
                    .goodSteps(10, 30)
                    .by(Recipes.discrete(config -> new IpndmVariable(4))),
            SamplerEntry.named("deis")
                    .tunable(SamplerOption.ORDER)
                    .title("DEIS", "Extrapolates the newest slopes in time and integrates them over sigma.")
                    .paper("Zhang and Chen 2022, https://arxiv.org/abs/2204.13902, equation 15")
                    .order(3)
                    .goodSteps(10, 25)
                    .by(Recipes.discrete(config -> new DeisTabulated(config.integer("order", 3)))),
            SamplerEntry.named("exp_heun_2_x0")
                    .title("Exponential Heun", "Second order by a second look at the end of each step, in log SNR.")
                    .paper("Gonzalez et al. 2023, https://arxiv.org/abs/2305.14267")
                    .order(2)
                    .evaluations(2)
                    .goodSteps(10, 25)
                    .by(Recipes.discrete(config -> new Seeds2(0, 1, 1, true))),
            SamplerEntry.named("gradient_estimation")
                    .title("Gradient Estimation", "Euler along a slope corrected by its change.")
                    .paper("Permenter and Yuan 2023, https://arxiv.org/abs/2306.04848")
                    .goodSteps(15, 30)
                    .by(Recipes.discrete(config -> new GradientEstimation(2))),
            SamplerEntry.named("res_multistep")
                    .title("RES Multistep", "The refined exponential solver of order two.")
                    .paper("Zhang et al. 2023, https://arxiv.org/abs/2308.02157")
                    .order(2)
                    .goodSteps(15, 30)
                    .by(Recipes.discrete(config -> new ResMultistep(0, 1))));

    private DiscreteSamplers() {}

    private static DpmAdaptive adaptive(SchedulerConfig config) {
        return new DpmAdaptive(3, StepControl.DEFAULT, config.number("eta", 0), noiseScale(config));
    }

    /** {@code churn_after_network} chooses diffusers' order of churn and evaluation. */
    private static Sampler euler(SchedulerConfig config) {
        if (!config.flag("churn_after_network", false)) {
            return new Euler(churn(config));
        }
        PredictionType reading = Recipes.prediction(config);
        return new EulerLateChurn(churn(config), reading, reading == PredictionType.EPSILON);
    }

    static Churn churn(SchedulerConfig config) {
        return new Churn(
                config.number("s_churn", 0),
                config.number("s_tmin", 0),
                config.number("s_tmax", Double.POSITIVE_INFINITY),
                noiseScale(config));
    }

    private static double noiseScale(SchedulerConfig config) {
        return config.number("s_noise", 1);
    }
}
