package dev.darkroom.denoise.plan;

/** What a model was trained as; a sampler of one family cannot run a model of another. */
public enum ModelFamily {

    /** On whole timesteps with a table of betas: Stable Diffusion and most others. */
    DISCRETE(""),

    /** On any sigma with the preconditioning of Karras et al. 2022. */
    EDM("edm_"),

    /** Distilled to a consistency function. */
    CONSISTENCY("cm_"),

    /** As a velocity along straight paths: Stable Diffusion 3, Flux. */
    FLOW("flow_"),

    /** As a velocity on sines of time: Dance Diffusion. */
    DANCE("dance_"),

    /** In a way that one scheduler class alone knows; no other sampler can run it, and that one runs nothing else. */
    OWN("");

    private final String prefix;

    ModelFamily(String prefix) {
        this.prefix = prefix;
    }

    /** What the canonical names of this family's samplers begin with, before a name that other families know too. */
    String prefix() {
        return prefix;
    }
}
