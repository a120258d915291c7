package dev.darkroom.denoise;

import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.sampler.Ddim;
import dev.darkroom.denoise.sampler.Ddpm;
import dev.darkroom.denoise.sampler.DeisTabulated;
import dev.darkroom.denoise.sampler.DpmPlusPlus2MCfgPlusPlus;
import dev.darkroom.denoise.sampler.ErSde;
import dev.darkroom.denoise.sampler.EulerAncestralFlow;
import dev.darkroom.denoise.sampler.EulerCfgPlusPlus;
import dev.darkroom.denoise.sampler.GradientEstimation;
import dev.darkroom.denoise.sampler.HeunPlusPlus;
import dev.darkroom.denoise.sampler.Ipndm;
import dev.darkroom.denoise.sampler.IpndmVariable;
import dev.darkroom.denoise.sampler.Plms;
import dev.darkroom.denoise.sampler.Renoise;
import dev.darkroom.denoise.sampler.ResMultistep;
import dev.darkroom.denoise.sampler.ResMultistepCfgPlusPlus;
import dev.darkroom.denoise.sampler.Restart;
import dev.darkroom.denoise.sampler.ReverseVariance;
import dev.darkroom.denoise.sampler.Seeds2;
import dev.darkroom.denoise.sampler.Seeds3;
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
            case "ipndm_v" -> new IpndmVariable(kwargs.path("max_order").asInt(4));
            case "deis" -> new DeisTabulated(kwargs.path("max_order").asInt(3));
            case "er_sde" -> new ErSde(kwargs.path("max_stage").asInt(3), 1);
            case "seeds_2" ->
                new Seeds2(
                        kwargs.path("eta").asDouble(1),
                        1,
                        kwargs.path("r").asDouble(0.5),
                        kwargs.path("phi_2").asBoolean(false));
            case "seeds_3" -> new Seeds3(kwargs.path("eta").asDouble(1), 1);
            case "euler_cfg_pp" -> new EulerCfgPlusPlus(kwargs.path("eta").asDouble(0), 1);
            case "dpmpp_2m_cfg_pp" -> new DpmPlusPlus2MCfgPlusPlus();
            case "res_multistep_cfg_pp" -> new ResMultistepCfgPlusPlus(0, 1);
            case "webui_plms" -> new Plms();
            default -> throw new UnsupportedOperationException(name);
        };
    }

    /** The frame in which a sampler keeps its latent. */
    static Frame frame(JsonNode json) {
        return switch (json.path("sampler").asString()) {
            case "ddpm", "webui_ddim", "webui_plms" -> Frame.VARIANCE_PRESERVING;
            case "euler_ancestral_rf" -> Frame.FLOW;
            default -> Frame.VARIANCE_EXPLODING;
        };
    }
}
