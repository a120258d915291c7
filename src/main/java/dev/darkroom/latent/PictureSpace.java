package dev.darkroom.latent;

import dev.darkroom.torch.Wrap;

/**
 * The space that a model denoises in: picture to latent and back, latents in the sampler's scale. Pictures are [3,
 * height, width] flattened, -1 to 1; latents [channels, height / factor, width / factor] flattened. One thread at a
 * time: the lane of its device. Whoever opens it closes it.
 */
public interface PictureSpace extends AutoCloseable {

    /**
     * Draws a latent of a picture.
     *
     * @param picture [3, height, width] flattened, -1 to 1; not changed
     * @param height of the picture, a multiple of {@link #factor()}
     * @param width of the picture, a multiple of {@link #factor()}
     * @param noise standard normal, one number for each of the latent's; zeros give the most probable latent. A space in
     *     which a picture has one latent alone ignores it
     * @param wrap along which directions the picture goes on at its other end
     * @return [channels, height / factor, width / factor] flattened, in the sampler's scale; the caller's
     */
    float[] encode(float[] picture, int height, int width, float[] noise, Wrap wrap);

    /**
     * The most probable latent of a picture, not brought to the sampler's scale: what editing models (InstructPix2Pix)
     * are shown.
     *
     * @param picture [3, height, width] flattened, -1 to 1; not changed
     * @return [channels, height / factor, width / factor] flattened; the caller's
     */
    float[] rawMode(float[] picture, int height, int width);

    /**
     * The picture of a latent.
     *
     * @param latent [channels, height, width] flattened, in the sampler's scale; not changed
     * @param height of the latent
     * @param width of the latent
     * @param wrap along which directions the picture shall go on at its other end
     * @return [3, height * factor, width * factor] flattened, about -1 to 1, not clamped; the caller's
     * @throws dev.darkroom.torch.DeviceOutOfMemoryException if the device has no room; it stays usable
     */
    float[] decode(float[] latent, int height, int width, Wrap wrap);

    /** Channels of a latent. */
    int channels();

    /** Pixels that a latent position stands for, in each direction. */
    int factor();

    /** Bytes of the weights. */
    long weightBytes();

    /** Rough colours of latents. Call it where the space may be called; what it gives may be used anywhere. */
    LatentPreview preview();

    @Override
    void close();
}
