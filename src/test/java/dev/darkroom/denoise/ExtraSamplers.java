package dev.darkroom.denoise;

import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.sampler.Ddim;
import dev.darkroom.denoise.sampler.Ddpm;
import dev.darkroom.denoise.sampler.EulerAncestralFlow;
import dev.darkroom.denoise.sampler.GradientEstimation;
import dev.darkroom.denoise.sampler.HeunPlusPlus;
import dev.darkroom.denoise.sampler.Ipndm;
import dev.darkroom.denoise.sampler.Renoise;
import dev.darkroom.denoise.sampler.ResMultistep;
import dev.darkroom.denoise.sampler.Restart;
import dev.darkroom.denoise.sampler.ReverseVariance;
import tools.jackson.databind.JsonNode;

/** The samplers that stand for those of webui and ComfyUI. */
final class ExtraSamplers {

    private ExtraSamplers() {}

    static Sampler sampler(JsonNode json) {
        JsonNode kwargs = json.path("kwargs");
        String name = json.path("sampler").asString();
        return switch (name) {
            case "heunpp2" -> new HeunPlusPlus();
            case "ipndm" -> new Ipndm(kwargs.path("max_order").asInt(4), true);
            case "gradient_estimation" ->
                new GradientEstimation(kwargs.path("gamma").asDouble(2));
            case "res_multistep" -> new ResMultistep(kwargs.path("eta").asDouble(0), 1);
            case "restart" -> new Restart(1);
            case "lcm" -> new Renoise();
            case "euler_ancestral_rf" ->
                new EulerAncestralFlow(kwargs.path("eta").asDouble(1), 1);
            case "ddpm" -> new Ddpm(ReverseVariance.SMALL);
            case "webui_ddim" -> new Ddim(kwargs.path("eta").asDouble(0), Thresholding.NONE, false);
            default -> throw new UnsupportedOperationException(name);
        };
    }

    /** The frame in which a sampler keeps its latent. */
    static Frame frame(JsonNode json) {
        return switch (json.path("sampler").asString()) {
            case "ddpm", "webui_ddim" -> Frame.VARIANCE_PRESERVING;
            case "euler_ancestral_rf" -> Frame.FLOW;
            default -> Frame.VARIANCE_EXPLODING;
        };
    }
}
