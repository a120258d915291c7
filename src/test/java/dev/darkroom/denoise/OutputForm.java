package dev.darkroom.denoise;

import tools.jackson.databind.JsonNode;

/**
 * What an analytic network returns, in the words of the fixtures, and the constants that it needs.
 *
 * @param name for example {@code epsilon}
 * @param sigmaData standard deviation of the data, for networks with the preconditioning of EDM
 * @param sigmaMin smallest sigma, for consistency models
 */
record OutputForm(String name, double sigmaData, double sigmaMin) {

    static OutputForm of(String name) {
        return new OutputForm(name, 0, 0);
    }

    static OutputForm of(JsonNode json) {
        JsonNode config = json.path("config");
        return new OutputForm(
                json.path("output").asString(),
                config.path("sigma_data").asDouble(0),
                config.path("sigma_min").asDouble(0));
    }

    /** The output that says {@code denoised}, at {@code x = alpha * x0 + sigma * noise}. */
    double read(double x, double denoised, double alpha, double sigma) {
        double epsilon = (x - alpha * denoised) / sigma;
        return switch (name) {
            case "sample" -> denoised;
            case "epsilon" -> epsilon;
            case "v_prediction" -> alpha * epsilon - sigma * denoised;
            case "flow" -> epsilon - denoised;
            case "data_flow" -> denoised - epsilon;
            case "karras_ve" -> (denoised - x) / sigma;
            case "trigflow" -> (alpha * x - denoised) / (sigma / sigmaData);
            case "score" -> -epsilon / sigma;
            case "edm" -> preconditioned(x / alpha, denoised, sigma / alpha, 0);
            case "edm_v" -> -preconditioned(x / alpha, denoised, sigma / alpha, 0);
            case "cm" -> preconditioned(x / alpha, denoised, sigma / alpha, sigmaMin);
            default -> throw new UnsupportedOperationException("output " + name);
        };
    }

    private double preconditioned(double x, double denoised, double sigma, double boundary) {
        double above = sigma - boundary;
        double skip = sigmaData * sigmaData / (above * above + sigmaData * sigmaData);
        return (denoised - skip * x) / (above * sigmaData / Math.hypot(sigma, sigmaData));
    }
}
