package dev.darkroom.generation;

/** What lies under a mask when painting begins; at strength 1 nothing of it is left. */
public enum Fill {
    /** The picture as it is (webui: original). */
    ORIGINAL,
    /** The colours around, run into the hole (webui: fill). */
    BLURRED,
    /** A latent of noise (webui: latent noise). */
    NOISE,
    /** The empty latent, zero everywhere (webui: latent nothing). */
    LATENT
}
