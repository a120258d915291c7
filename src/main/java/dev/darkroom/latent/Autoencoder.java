package dev.darkroom.latent;

import dev.darkroom.torch.AutoencoderKl;
import dev.darkroom.torch.AutoencoderTiny;
import dev.darkroom.torch.Checkpoint;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.torch.Wrap;

/**
 * Picture to latent and back, latents in the sampler's scale. Pictures are [3, height, width] flattened, -1 to 1;
 * latents [channels, height / factor, width / factor] flattened. One thread at a time: the lane of its device. Whoever
 * opens it closes it.
 */
public interface Autoencoder extends AutoCloseable {

    /**
     * Loads a checkpoint's {@code vae}, whichever kind it is.
     *
     * @throws dev.darkroom.torch.UnsupportedNetworkException if configuration or weights do not fit
     */
    static Autoencoder open(TorchEngine engine, Checkpoint checkpoint, Placement placement) {
        if ("AutoencoderTiny".equals(checkpoint.config().get("_class_name"))) {
            return new TinyAutoencoder(AutoencoderTiny.open(engine, checkpoint, placement));
        }
        return new KlAutoencoder(
                AutoencoderKl.open(engine, checkpoint, placement), LatentScaling.of(checkpoint.config()));
    }

    /**
     * Draws a latent of a picture from its posterior.
     *
     * @param height of the picture, a multiple of {@link #factor()}
     * @param width of the picture, a multiple of {@link #factor()}
     * @param noise standard normal, one number for each of the latent's; zeros give the posterior's mode. An autoencoder
     *     without a posterior ignores it
     * @param wrap along which directions the picture goes on at its other end
     */
    float[] encode(float[] picture, int height, int width, float[] noise, Wrap wrap);

    /**
     * The mode of a picture's posterior as the network gives it, not brought to the sampler's scale: what editing models
     * (InstructPix2Pix) are shown.
     */
    float[] rawMode(float[] picture, int height, int width);

    /**
     * The picture of a latent.
     *
     * @param height of the latent
     * @param width of the latent
     * @param wrap along which directions the picture shall go on at its other end
     * @return about -1 to 1, not clamped
     * @throws dev.darkroom.torch.DeviceOutOfMemoryException if the device has no room; it stays usable
     */
    float[] decode(float[] latent, int height, int width, Wrap wrap);

    /** Channels of a latent. */
    int channels();

    /** Pixels that a latent position stands for, in each direction. */
    int factor();

    /** Bytes of the weights. */
    long weightBytes();

    /** About how many bytes decoding to a picture of this size needs, weights not counted. */
    long decodeBytes(int pictureHeight, int pictureWidth);

    @Override
    void close();
}
