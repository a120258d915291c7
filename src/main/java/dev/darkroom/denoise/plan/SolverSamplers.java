package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.sampler.DpmExponentials;
import dev.darkroom.denoise.sampler.DpmSolverMultistep;
import dev.darkroom.denoise.sampler.DpmSolverSinglestep;
import dev.darkroom.denoise.sampler.SaIntegral;
import dev.darkroom.denoise.sampler.SaSolver;
import dev.darkroom.denoise.sampler.SlopeWeight;
import dev.darkroom.denoise.sampler.SolverFinish;
import dev.darkroom.denoise.sampler.UniPc;
import dev.darkroom.denoise.sampler.UniPcUpdate;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Exponential integrators. */
final class SolverSamplers {

    private static final String DPM_PLUS_PLUS = "Lu et al. 2022, https://arxiv.org/abs/2211.01095";

    private static final String DPM_SOLVER = "Lu et al. 2022, https://arxiv.org/abs/2206.00927";
    private static final String UNI_PC = "Zhao et al. 2023, https://arxiv.org/abs/2302.04867";

    static final List<SamplerEntry> ALL = List.of(
            SamplerEntry.named("dpmpp_2m")
                    .takesFlow()
                    .scheduler("DPMSolverMultistepScheduler")
                    .options(multistepOptions("dpmsolver++", 2, "midpoint"))
                    .title("DPM++ 2M", "Second order at one evaluation a step; the usual choice, mostly with karras.")
                    .paper(DPM_PLUS_PLUS + ", algorithm 2")
                    .order(2)
                    .goodSteps(15, 30)
                    .aliases("k_dpmpp_2m")
                    .by(Recipes.solver(SolverSamplers::multistep)),
            SamplerEntry.named("dpmpp_2m_sde")
                    .tunable(SamplerOption.S_NOISE)
                    .trait(SamplerTrait.BROWNIAN)
                    .takesFlow()
                    .scheduler("DPMSolverMultistepScheduler")
                    .options(multistepOptions("sde-dpmsolver++", 2, "midpoint"))
                    .title("DPM++ 2M SDE", "DPM++ 2M on the reverse SDE: fresh noise in each step.")
                    .paper(DPM_PLUS_PLUS + ", section 4.4")
                    .order(2)
                    .stochastic()
                    .eta(1)
                    .goodSteps(20, 40)
                    .aliases("k_dpmpp_2m_sde", "dpmpp_2m_sde_gpu")
                    .by(Recipes.solver(SolverSamplers::multistep)),
            SamplerEntry.named("dpmpp_2m_sde_heun")
                    .tunable(SamplerOption.S_NOISE)
                    .trait(SamplerTrait.BROWNIAN)
                    .takesFlow()
                    .scheduler("DPMSolverMultistepScheduler")
                    .options(multistepOptions("sde-dpmsolver++", 2, "heun"))
                    .title("DPM++ 2M SDE Heun", "DPM++ 2M SDE with the exact weight of the slope.")
                    .paper(DPM_PLUS_PLUS + ", section 4.4")
                    .order(2)
                    .stochastic()
                    .eta(1)
                    .goodSteps(20, 40)
                    .aliases("dpmpp_2m_sde_heun_gpu")
                    .by(Recipes.solver(SolverSamplers::multistep)),
            SamplerEntry.named("dpmpp_3m_sde")
                    .tunable(SamplerOption.S_NOISE)
                    .trait(SamplerTrait.BROWNIAN)
                    .takesFlow()
                    .scheduler("DPMSolverMultistepScheduler")
                    .options(Map.of(
                            "algorithm_type",
                            "sde-dpmsolver++",
                            "solver_order",
                            3,
                            "solver_type",
                            "heun",
                            "exact_curvature",
                            true))
                    .title("DPM++ 3M SDE", "Third order on the reverse SDE; for many steps.")
                    .paper(DPM_PLUS_PLUS + ", https://github.com/crowsonkb/k-diffusion")
                    .order(3)
                    .stochastic()
                    .eta(1)
                    .goodSteps(30, 60)
                    .aliases("k_dpmpp_3m_sde", "dpmpp_3m_sde_gpu")
                    .by(Recipes.solver(SolverSamplers::multistep)),
            SamplerEntry.named("dpmpp_3m")
                    .takesFlow()
                    .scheduler("DPMSolverMultistepScheduler")
                    .options(multistepOptions("dpmsolver++", 3, "midpoint"))
                    .title("DPM++ 3M", "Third order of the multistep solver.")
                    .paper(DPM_PLUS_PLUS)
                    .order(3)
                    .goodSteps(15, 30)
                    .by(Recipes.solver(SolverSamplers::multistep)),
            SamplerEntry.named("uni_pc_bh2")
                    .tunable(SamplerOption.ORDER)
                    .takesFlow()
                    .scheduler("UniPCMultistepScheduler")
                    .title(
                            "UniPC bh2",
                            "Predictor and corrector that share their evaluations, as diffusers has it; good from eight steps on.")
                    .paper(UNI_PC)
                    .order(2)
                    .goodSteps(8, 25)
                    .by(Recipes.solver(SolverSamplers::uniPc)),
            SamplerEntry.named("uni_pc")
                    .tunable(SamplerOption.ORDER)
                    .takesFlow()
                    .scheduler("UniPCMultistepScheduler")
                    .options(Map.of("solver_type", "bh1", "solver_order", 3))
                    .aliases("uni_pc_bh1")
                    .title(
                            "UniPC",
                            "UniPC as webui and ComfyUI have it, B(h) the first; for less than 15 steps take the second.")
                    .paper(UNI_PC)
                    .order(3)
                    .goodSteps(15, 30)
                    .by(Recipes.solver(SolverSamplers::uniPc)),
            dpmSolver(2),
            dpmSolver(3),
            dpmSolverSingle(2),
            dpmSolverSingle(3),
            SamplerEntry.named("dpmpp_2s")
                    .tunable(SamplerOption.ORDER)
                    .takesFlow()
                    .scheduler("DPMSolverSinglestepScheduler")
                    .withoutSpacing()
                    .title("DPM++ 2S", "Second order within each pair of steps, without memory between pairs.")
                    .paper(DPM_PLUS_PLUS + ", algorithm 1")
                    .order(2)
                    .goodSteps(15, 30)
                    .by(Recipes.solver(SolverSamplers::singlestep)),
            SamplerEntry.named("deis_multistep")
                    .tunable(SamplerOption.ORDER)
                    .takesFlow()
                    .scheduler("DEISMultistepScheduler")
                    .title("DEIS multistep", "Integrates a polynomial through the newest noise predictions exactly.")
                    .paper("Zhang and Chen 2022, https://arxiv.org/abs/2204.13902")
                    .order(2)
                    .goodSteps(10, 25)
                    .by(Recipes.solver(SolverSamplers::deis)),
            SamplerEntry.named("sa_solver")
                    .takesFlow()
                    .scheduler("SASolverScheduler")
                    .title(
                            "SA-Solver",
                            "Stochastic Adams steps with predictor and corrector; better with default than with karras.")
                    .paper("Xue et al. 2023, https://arxiv.org/abs/2309.05019")
                    .order(2)
                    .stochastic()
                    .goodSteps(20, 50)
                    .by(Recipes.solver(SolverSamplers::saSolver)),
            SamplerEntry.named("sa_solver_pece")
                    .takesFlow()
                    .scheduler("SASolverScheduler")
                    .options(Map.of("use_pece", true))
                    .title("SA-Solver PECE", "SA-Solver that asks the network again where its corrector led.")
                    .paper("Xue et al. 2023, https://arxiv.org/abs/2309.05019")
                    .order(2)
                    .stochastic()
                    .evaluations(2)
                    .goodSteps(15, 30)
                    .by(Recipes.solver(SolverSamplers::saSolver)));

    private SolverSamplers() {}

    private static SamplerEntry dpmSolver(int order) {
        return SamplerEntry.named("dpm_solver_" + order + "m")
                .scheduler("DPMSolverMultistepScheduler")
                .options(noiseOptions(order))
                .title(
                        "DPM-Solver-" + order + " multistep",
                        "Exponential integrator of the noise prediction; ends at the smallest level above 0.")
                .paper(DPM_SOLVER)
                .order(order)
                .goodSteps(15, 30)
                .aliases(order == 2 ? new String[] {"dpm_solver", "DPM-Solver"} : new String[0])
                .by(Recipes.solver(SolverSamplers::multistep));
    }

    /** The noise prediction has no end at sigma 0. */
    private static Map<String, Object> noiseOptions(int order) {
        return Map.of(
                "algorithm_type",
                "dpmsolver",
                "solver_order",
                order,
                "solver_type",
                "midpoint",
                "final_sigmas_type",
                "sigma_min");
    }

    private static SamplerEntry dpmSolverSingle(int order) {
        return SamplerEntry.named("dpm_solver_" + order + "s")
                .scheduler("DPMSolverSinglestepScheduler")
                .withoutSpacing()
                .options(noiseOptions(order))
                .title(
                        "DPM-Solver-" + order + " singlestep",
                        "Its order within each group of " + order + " steps, without memory between groups.")
                .paper(DPM_SOLVER + ", algorithm " + (order - 1))
                .order(order)
                .goodSteps(15, 30)
                .by(Recipes.solver(SolverSamplers::singlestep));
    }

    static Sampler multistep(SchedulerConfig config) {
        return new DpmSolverMultistep(
                exponentials(config),
                config.integer("solver_order", 2),
                slope(config),
                new SolverFinish(config.flag("lower_order_final", true), config.flag("euler_at_final", false)));
    }

    static Map<String, Object> multistepOptions(String algorithm, int order, String solver) {
        return Map.of("algorithm_type", algorithm, "solver_order", order, "solver_type", solver);
    }

    private static Sampler singlestep(SchedulerConfig config) {
        boolean endsAtZero = config.text("final_sigmas_type", "zero").equals("zero");
        return new DpmSolverSinglestep(
                exponentials(config),
                config.integer("solver_order", 2),
                slope(config),
                config.flag("lower_order_final", false) || endsAtZero);
    }

    private static Sampler deis(SchedulerConfig config) {
        SolverFinish finish = new SolverFinish(config.flag("lower_order_final", true), false);
        return new DpmSolverMultistep(
                DpmExponentials.Deis.INSTANCE, config.integer("solver_order", 2), SlopeWeight.HEUN, finish);
    }

    private static Sampler saSolver(SchedulerConfig config) {
        Double tau = config.number("tau");
        boolean clean = config.text("algorithm_type", "data_prediction").equals("data_prediction");
        return new SaSolver(
                clean ? SaIntegral.CLEAN : SaIntegral.NOISE,
                config.integer("predictor_order", 2),
                config.integer("corrector_order", 2),
                tau == null ? SaSolver.MIDDLE : timestep -> tau,
                config.flag("lower_order_final", true),
                config.flag("use_pece", false));
    }

    static SlopeWeight slope(SchedulerConfig config) {
        return config.text("solver_type", "midpoint").equals("heun") ? SlopeWeight.HEUN : SlopeWeight.MIDPOINT;
    }

    private static Sampler uniPc(SchedulerConfig config) {
        Set<Integer> uncorrected = Arrays.stream(config.numbers("disable_corrector"))
                .mapToObj(step -> (int) step)
                .collect(Collectors.toUnmodifiableSet());
        boolean firstVariant = config.text("solver_type", "bh2").equals("bh1");
        return new UniPc(
                new UniPcUpdate(config.flag("predict_x0", true), firstVariant),
                config.integer("solver_order", 2),
                config.flag("lower_order_final", true),
                uncorrected);
    }

    static DpmExponentials exponentials(SchedulerConfig config) {
        String algorithm = config.text("algorithm_type", "dpmsolver++");
        return switch (algorithm) {
            case "dpmsolver++", "deis" -> DpmExponentials.Data.ODE;
            case "sde-dpmsolver++" ->
                config.integer("solver_order", 2) == 3 && !config.flag("exact_curvature", false)
                        ? DpmExponentials.PublishedSde.INSTANCE
                        : new DpmExponentials.Data(config.number("eta", 1), config.number("s_noise", 1));
            case "dpmsolver" -> new DpmExponentials.Epsilon(false);
            case "sde-dpmsolver" -> new DpmExponentials.Epsilon(true);
            default ->
                throw new IllegalArgumentException("algorithm_type \"" + algorithm
                        + "\" is not known; known are dpmsolver++, dpmsolver, sde-dpmsolver++ and sde-dpmsolver");
        };
    }
}
