package dev.darkroom.denoise.plan;

import java.util.List;

/** What a model was trained as; a sampler of one family cannot run a model of another. */
public enum ModelFamily {

    /** On whole timesteps with a table of betas: Stable Diffusion and most others. */
    DISCRETE("", "epsilon", "v_prediction", "sample"),

    /** On any sigma with the preconditioning of Karras et al. 2022. */
    EDM("edm_", "epsilon", "v_prediction"),

    /** Distilled to a consistency function. */
    CONSISTENCY("cm_", "consistency"),

    /** As a velocity along straight paths: Stable Diffusion 3, Flux. */
    FLOW("flow_", "flow_prediction"),

    /** As a velocity on sines of time: Dance Diffusion. */
    DANCE("dance_", "v_prediction"),

    /** As a score of the variance-exploding SDE: NCSN++. */
    VE_SDE("ve_", "score"),

    /** As a score of the variance-preserving SDE: DDPM++. */
    VP_SDE("vp_", "score"),

    /** As a score of the sub-VP SDE. */
    SUB_VP_SDE("subvp_", "score"),

    /** In a way that one scheduler class alone knows; no other sampler can run it, and that one runs nothing else. */
    OWN("", "epsilon", "v_prediction", "sample", "flow_prediction", "trigflow");

    private final String prefix;
    private final List<String> predictionTypes;

    ModelFamily(String prefix, String... predictionTypes) {
        this.prefix = prefix;
        this.predictionTypes = List.of(predictionTypes);
    }

    /** What networks of this family may predict, in the words of {@code prediction_type}. */
    List<String> predictionTypes() {
        return predictionTypes;
    }

    /** What the canonical names of this family's samplers begin with, before a name that other families know too. */
    String prefix() {
        return prefix;
    }
}
