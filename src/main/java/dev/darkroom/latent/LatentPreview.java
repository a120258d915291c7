package dev.darkroom.latent;

/** Shows roughly what a latent looks like, at the latent's own size, without a network. Thread-safe. */
@FunctionalInterface
public interface LatentPreview {

    /**
     * The colours of a latent.
     *
     * @param latent [channels, height, width] flattened, in the sampler's scale
     * @return [3, height, width] flattened, about -1 to 1
     */
    float[] colours(float[] latent, int height, int width);
}
