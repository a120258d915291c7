package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.schedule.BetaSchedule;
import dev.darkroom.denoise.schedule.ConsistencyTimesteps;
import dev.darkroom.denoise.schedule.DiscreteTimetable;
import dev.darkroom.denoise.schedule.FlowTimetable;
import dev.darkroom.denoise.schedule.PndmTimesteps;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.SigmaCurve;
import dev.darkroom.denoise.schedule.SigmaSchedule;
import dev.darkroom.denoise.schedule.SolverTimetable;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.denoise.schedule.TimestepTable;
import dev.darkroom.denoise.schedule.Timetable;
import dev.darkroom.denoise.schedule.TrainingTable;
import dev.darkroom.golden.Deviation;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Training tables, timesteps and sigmas of diffusers, k-diffusion, webui and ComfyUI. */
class SchedulesGoldenTest {

    private static final GoldenFolder SAMPLERS = GoldenFolder.family("samplers");
    private static final TrainingTable LATENT = TrainingTable.of(config("EulerDiscreteScheduler", Map.of()));

    private final GoldenReport report = new GoldenReport("samplers/schedules");

    @Test
    void everyScheduleIsRight() {
        if (report.present(SAMPLERS, "schedules.json")) {
            SAMPLERS.cases("schedules.json").forEach(this::check);
        }
        report.print();
        assertThat(report.failures()).isEmpty();
    }

    private void check(JsonNode json) {
        String id = json.path("id").asString();
        try {
            switch (json.path("kind").asString()) {
                case "training" -> report.check(id, trainingError(json), 1e-12);
                case "timesteps" ->
                    report.check(id, Deviation.relative(timesteps(json), doubles(json, "timesteps")), 1e-6);
                case "sigmas" -> report.check(id, Deviation.relative(sigmas(json), doubles(json, "sigmas")), 1e-6);
                case "named" -> report.check(id, Deviation.relative(named(json), doubles(json, "sigmas")), 1e-6);
                case "lookup" -> report.check(id, lookupError(json), 1e-6);
                default -> report.pending(id, json.path("kind").asString());
            }
        } catch (UnsupportedOperationException e) {
            report.pending(id, e.getMessage());
        } catch (RuntimeException | AssertionError e) {
            report.failed(id, e);
        }
    }

    private static double trainingError(JsonNode json) {
        String name = json.path("schedule").asString().split(" ")[0];
        double[] betas = BetaSchedule.of(name)
                .betas(
                        json.path("T").asInt(),
                        json.path("beta_start").asDouble(),
                        json.path("beta_end").asDouble());
        TrainingTable table = TrainingTable.ofBetas(betas);
        if (json.path("zero_snr").asBoolean()) {
            table = table.withZeroTerminalSnr();
        }
        double worst = 0;
        for (int i = 0; i < json.path("indices").size(); i++) {
            int t = json.path("indices").path(i).asInt();
            double expected = json.path("alphas_cumprod").path(i).asDouble();
            worst = Math.max(worst, Math.abs(table.alphaBar(t) - expected) / Math.max(expected, 1e-12));
        }
        return worst;
    }

    private static double[] timesteps(JsonNode json) {
        Steps steps = Steps.of(json.path("steps").asInt());
        SchedulerConfig config = config(
                json.path("scheduler").asString(),
                Map.of(
                        "num_train_timesteps", json.path("T").asInt(),
                        "timestep_spacing", json.path("spacing").asString("leading"),
                        "steps_offset", json.path("steps_offset").asInt(0),
                        "original_inference_steps",
                                json.path("original_inference_steps").asInt(50),
                        "skip_prk_steps", true));
        return switch (json.path("group").asString()) {
            case "ddim" -> doubles(TimestepTable.of(config).timesteps(config, steps));
            case "pndm" ->
                doubles(PndmTimesteps.of(config, TimestepTable.of(config), steps)
                        .evaluated());
            case "lcm" -> doubles(ConsistencyTimesteps.of(config, json.path("T").asInt(), steps));
            case "euler" ->
                DiscreteTimetable.of(config, TrainingTable.of(config), steps).timesteps();
            default ->
                SolverTimetable.of(config, TrainingTable.of(config), steps).timesteps();
        };
    }

    private static double[] sigmas(JsonNode json) {
        Steps steps = Steps.of(json.path("steps").asInt());
        if (json.path("group").asString().equals("k-diffusion")) {
            return curve(json, steps.count());
        }
        SchedulerConfig config = new SchedulerConfig(json.path("scheduler").asString(), map(json.path("options")));
        TrainingTable table = TrainingTable.of(config).withFiniteSigmas();
        if (json.path("set_timesteps").has("mu")) {
            steps = steps.shiftedBy(json.path("set_timesteps").path("mu").asDouble());
        }
        Timetable timetable = switch (json.path("group").asString()) {
            case "euler" -> DiscreteTimetable.of(config, table, steps);
            case "dpm" -> SolverTimetable.of(config, table, steps);
            default -> FlowTimetable.matching(config, steps);
        };
        double[] told = doubles(json, "timesteps");
        assertThat(Deviation.largest(timetable.timesteps(), told))
                .as("timesteps")
                .isLessThan(5e-3);
        boolean endsBeforeZero = config.text("interpolation_type", "linear").equals("log_linear");
        return endsBeforeZero ? Arrays.copyOf(timetable.sigmas(), steps.count() + 2) : timetable.sigmas();
    }

    private static double[] curve(JsonNode json, int count) {
        double min = json.path("args").path(0).asDouble();
        double max = json.path("args").path(1).asDouble();
        JsonNode kwargs = json.path("kwargs");
        double[] sigmas = switch (json.path("function").asString()) {
            case "get_sigmas_karras" ->
                SigmaCurve.karras(count, min, max, kwargs.path("rho").asDouble(7));
            case "get_sigmas_exponential" -> SigmaCurve.exponential(count, min, max);
            case "get_sigmas_polyexponential" ->
                SigmaCurve.polyexponential(count, min, max, kwargs.path("rho").asDouble(1));
            default ->
                SigmaCurve.varianceExploded(
                        count,
                        kwargs.path("beta_d").asDouble(19.9),
                        kwargs.path("beta_min").asDouble(0.1),
                        kwargs.path("eps_s").asDouble(1e-3));
        };
        return Arrays.copyOf(sigmas, count + 1);
    }

    private static double[] named(JsonNode json) {
        SigmaSchedule schedule = switch (json.path("name").asString()) {
            case "uniform", "normal" -> SigmaSchedule.UNIFORM;
            case "sgm_uniform" -> SigmaSchedule.SGM_UNIFORM;
            case "simple" -> SigmaSchedule.SIMPLE;
            case "ddim" -> SigmaSchedule.DDIM_UNIFORM;
            case "kl_optimal.comfyui" -> SigmaSchedule.KL_OPTIMAL;
            case "beta.webui" -> SigmaSchedule.BETA;
            case "beta.comfyui" -> SigmaSchedule.BETA_TIMESTEPS;
            case "align_your_steps.comfyui.sd15" -> SigmaSchedule.ALIGN_YOUR_STEPS_SD15;
            case "align_your_steps.comfyui.sdxl" -> SigmaSchedule.ALIGN_YOUR_STEPS_SDXL;
            case "align_your_steps.comfyui.svd" -> SigmaSchedule.ALIGN_YOUR_STEPS_SVD;
            case "align_your_steps.webui.sd15" -> SigmaSchedule.ALIGN_YOUR_STEPS_SD15_WEBUI;
            case "align_your_steps.webui.sdxl" -> SigmaSchedule.ALIGN_YOUR_STEPS_SDXL_WEBUI;
            case "kl_optimal.webui" -> SigmaSchedule.KL_OPTIMAL_OPEN;
            case "linear_quadratic.comfyui" -> SigmaSchedule.LINEAR_QUADRATIC;
            case "laplace.comfyui" -> SigmaSchedule.LAPLACE;
            default -> throw new UnsupportedOperationException(json.path("name").asString());
        };
        double[] sigmas = schedule.sigmas(json.path("steps").asInt(), LATENT.sigmaMin(), LATENT.sigmaMax(), LATENT);
        return schedule == SigmaSchedule.LAPLACE ? Arrays.copyOf(sigmas, sigmas.length - 1) : sigmas;
    }

    private static double lookupError(JsonNode json) {
        double[] sigmas = doubles(json, "sigma");
        double[] t = doubles(json, "t");
        return switch (json.path("id").asString()) {
            case "lookup.sigma_to_t" -> {
                double[] found = Arrays.stream(sigmas).map(LATENT::timestepOf).toArray();
                double[] nearest =
                        Arrays.stream(sigmas).map(LATENT::nearestTimestep).toArray();
                yield Math.max(Deviation.relative(found, t), Deviation.relative(nearest, doubles(json, "t_quantized")));
            }
            case "lookup.t_to_sigma" ->
                Deviation.relative(
                        Arrays.stream(t).map(LATENT::logLinearSigmaAt).toArray(), sigmas);
            case "lookup.flow_mu" -> {
                SchedulerConfig config = new SchedulerConfig(
                        "FlowMatchEulerDiscreteScheduler",
                        Map.of(
                                "base_shift", json.path("base_shift").asDouble(),
                                "max_shift", json.path("max_shift").asDouble(),
                                "base_image_seq_len", json.path("base_len").asInt(),
                                "max_image_seq_len", json.path("max_len").asInt()));
                double[] mu = Arrays.stream(doubles(json, "L"))
                        .map(tokens -> FlowTimetable.mu(config, (int) tokens))
                        .toArray();
                yield Deviation.relative(mu, doubles(json, "mu"));
            }
            default -> throw new UnsupportedOperationException(json.path("id").asString());
        };
    }

    private static SchedulerConfig config(String scheduler, Map<String, Object> options) {
        return new SchedulerConfig(scheduler, options)
                .with("beta_schedule", "scaled_linear")
                .with("beta_start", 0.00085)
                .with("beta_end", 0.012);
    }

    private static double[] doubles(int[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }

    private static double[] doubles(JsonNode json, String name) {
        double[] values = new double[json.path(name).size()];
        Arrays.setAll(values, i -> json.path(name).path(i).asDouble());
        return values;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(JsonNode node) {
        return new HashMap<>(new JsonMapper().convertValue(node, Map.class));
    }
}
