package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.plan.SamplerEntry.Facts;
import dev.darkroom.denoise.sampler.DpmExponentials;
import dev.darkroom.denoise.sampler.DpmSolverMultistep;
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

    static final List<SamplerEntry> ALL = List.of(
            new SamplerEntry(
                    "dpmpp_2m",
                    "DPMSolverMultistepScheduler",
                    Map.of("algorithm_type", "dpmsolver++", "solver_order", 2, "solver_type", "midpoint"),
                    new Facts(
                            "DPM++ 2M",
                            "Second order at one evaluation a step; the usual choice, mostly with karras.",
                            DPM_PLUS_PLUS + ", algorithm 2",
                            2,
                            false,
                            1,
                            List.of(15, 30)),
                    List.of("k_dpmpp_2m"),
                    Recipes.solver(SolverSamplers::multistep)),
            new SamplerEntry(
                    "uni_pc",
                    "UniPCMultistepScheduler",
                    Map.of(),
                    new Facts(
                            "UniPC",
                            "Predictor and corrector that share their evaluations; good from eight steps on.",
                            "Zhao et al. 2023, https://arxiv.org/abs/2302.04867",
                            2,
                            false,
                            1,
                            List.of(8, 25)),
                    List.of("uni_pc_bh2", "unipc"),
                    Recipes.solver(SolverSamplers::uniPc)));

    private SolverSamplers() {}

    private static Sampler multistep(SchedulerConfig config) {
        return new DpmSolverMultistep(
                exponentials(config),
                config.integer("solver_order", 2),
                config.text("solver_type", "midpoint").equals("heun") ? SlopeWeight.HEUN : SlopeWeight.MIDPOINT,
                new SolverFinish(config.flag("lower_order_final", true), config.flag("euler_at_final", false)));
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

    private static DpmExponentials exponentials(SchedulerConfig config) {
        String algorithm = config.text("algorithm_type", "dpmsolver++");
        return switch (algorithm) {
            case "dpmsolver++", "deis" -> DpmExponentials.Data.ODE;
            case "sde-dpmsolver++" -> new DpmExponentials.Data(config.number("eta", 1), config.number("s_noise", 1));
            case "dpmsolver" -> new DpmExponentials.Epsilon(false);
            case "sde-dpmsolver" -> new DpmExponentials.Epsilon(true);
            default ->
                throw new IllegalArgumentException("algorithm_type \"" + algorithm
                        + "\" is not known; known are dpmsolver++, dpmsolver, sde-dpmsolver++ and sde-dpmsolver");
        };
    }
}
