package dev.darkroom.denoise;

import dev.darkroom.denoise.sampler.Churn;
import dev.darkroom.denoise.sampler.DpmExponentials;
import dev.darkroom.denoise.sampler.DpmPlusPlusSde;
import dev.darkroom.denoise.sampler.DpmSolverMultistep;
import dev.darkroom.denoise.sampler.Euler;
import dev.darkroom.denoise.sampler.EulerAncestral;
import dev.darkroom.denoise.sampler.Heun;
import dev.darkroom.denoise.sampler.SlopeWeight;
import dev.darkroom.denoise.sampler.SolverFinish;
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
            default -> throw new UnsupportedOperationException(function);
        };
    }

    private static SlopeWeight slope(JsonNode kwargs) {
        boolean heun = kwargs.path("solver_type").asString("midpoint").equals("heun");
        return heun ? SlopeWeight.HEUN : SlopeWeight.MIDPOINT;
    }

    private static Churn churn(JsonNode kwargs) {
        return new Churn(
                kwargs.path("s_churn").asDouble(0),
                kwargs.path("s_tmin").asDouble(0),
                kwargs.path("s_tmax").asDouble(Double.POSITIVE_INFINITY),
                kwargs.path("s_noise").asDouble(1));
    }
}
