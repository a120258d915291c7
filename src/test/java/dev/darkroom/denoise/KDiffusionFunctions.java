package dev.darkroom.denoise;

import dev.darkroom.denoise.sampler.Churn;
import dev.darkroom.denoise.sampler.Dpm2;
import dev.darkroom.denoise.sampler.Dpm2Ancestral;
import dev.darkroom.denoise.sampler.DpmAdaptive;
import dev.darkroom.denoise.sampler.DpmExponentials;
import dev.darkroom.denoise.sampler.DpmFast;
import dev.darkroom.denoise.sampler.DpmPlusPlus2SAncestral;
import dev.darkroom.denoise.sampler.DpmPlusPlusSde;
import dev.darkroom.denoise.sampler.DpmSolverMultistep;
import dev.darkroom.denoise.sampler.Euler;
import dev.darkroom.denoise.sampler.EulerAncestral;
import dev.darkroom.denoise.sampler.Heun;
import dev.darkroom.denoise.sampler.Lms;
import dev.darkroom.denoise.sampler.SlopeWeight;
import dev.darkroom.denoise.sampler.SolverFinish;
import dev.darkroom.denoise.sampler.StepControl;
import tools.jackson.databind.JsonNode;

/** The samplers that stand for k-diffusion's functions and their keyword arguments. */
final class KDiffusionFunctions {

    private static final SolverFinish FULL_ORDER = new SolverFinish(false, false);

    private KDiffusionFunctions() {}

    static Sampler sampler(JsonNode json) {
        JsonNode kwargs = json.path("kwargs");
        double eta = kwargs.path("eta").asDouble(1);
        double scale = kwargs.path("s_noise").asDouble(1);
        String function = json.path("function").asString();
        return switch (function) {
            case "sample_euler" -> new Euler(churn(kwargs));
            case "sample_heun" -> new Heun(churn(kwargs));
            case "sample_euler_ancestral" -> new EulerAncestral(eta, scale);
            case "sample_dpmpp_sde" ->
                new DpmPlusPlusSde(eta, scale, kwargs.path("r").asDouble(0.5));
            case "sample_dpmpp_2m" ->
                new DpmSolverMultistep(DpmExponentials.Data.ODE, 2, SlopeWeight.MIDPOINT, FULL_ORDER);
            case "sample_dpmpp_2m_sde" ->
                new DpmSolverMultistep(new DpmExponentials.Data(eta, scale), 2, slope(kwargs), FULL_ORDER);
            case "sample_dpmpp_3m_sde" ->
                new DpmSolverMultistep(new DpmExponentials.Data(eta, scale), 3, SlopeWeight.HEUN, FULL_ORDER);
            case "sample_dpm_2" -> new Dpm2(churn(kwargs));
            case "sample_dpm_2_ancestral" -> new Dpm2Ancestral(eta, scale);
            case "sample_dpmpp_2s_ancestral" -> new DpmPlusPlus2SAncestral(eta, scale);
            case "sample_lms" -> new Lms(kwargs.path("order").asInt(4));
            case "sample_dpm_fast" -> new DpmFast(kwargs.path("eta").asDouble(0), scale);
            case "sample_dpm_adaptive" ->
                new DpmAdaptive(
                        kwargs.path("order").asInt(3),
                        control(kwargs),
                        kwargs.path("eta").asDouble(0),
                        scale);
            default -> throw new UnsupportedOperationException(function);
        };
    }

    private static SlopeWeight slope(JsonNode kwargs) {
        boolean heun = kwargs.path("solver_type").asString("midpoint").equals("heun");
        return heun ? SlopeWeight.HEUN : SlopeWeight.MIDPOINT;
    }

    private static StepControl control(JsonNode kwargs) {
        return new StepControl(
                kwargs.path("rtol").asDouble(0.05),
                kwargs.path("atol").asDouble(0.0078),
                kwargs.path("h_init").asDouble(0.05),
                new StepControl.Gains(
                        kwargs.path("pcoeff").asDouble(0),
                        kwargs.path("icoeff").asDouble(1),
                        kwargs.path("dcoeff").asDouble(0)),
                kwargs.path("accept_safety").asDouble(0.81));
    }

    private static Churn churn(JsonNode kwargs) {
        return new Churn(
                kwargs.path("s_churn").asDouble(0),
                kwargs.path("s_tmin").asDouble(0),
                kwargs.path("s_tmax").asDouble(Double.POSITIVE_INFINITY),
                kwargs.path("s_noise").asDouble(1));
    }
}
