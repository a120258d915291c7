package dev.darkroom.model;

/** What a model denoises. */
public enum ModelSpace {

    /** Latents of an autoencoder: Rombach et al. 2022. */
    LATENT,

    /** Pictures themselves: Ho et al. 2020. */
    PIXEL,

    /** The bits of a picture of few colours, as numbers: Chen, Zhang and Hinton 2022. */
    BITS;

    /** Whether its values lie within -1 and 1, so that a sampler may clip what the network predicts. */
    public boolean bounded() {
        return this != LATENT;
    }
}
