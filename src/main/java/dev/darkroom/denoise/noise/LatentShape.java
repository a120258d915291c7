package dev.darkroom.denoise.noise;

/**
 * Shape of one image's latent, row-major.
 *
 * @param channels for example 4
 * @param height rows
 * @param width columns
 */
public record LatentShape(int channels, int height, int width) {

    /** Number of values. */
    public int size() {
        return channels * height * width;
    }
}
