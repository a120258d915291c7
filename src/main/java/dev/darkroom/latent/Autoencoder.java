package dev.darkroom.latent;

import dev.darkroom.torch.AutoencoderKl;
import dev.darkroom.torch.AutoencoderTiny;
import dev.darkroom.torch.Checkpoint;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.TorchEngine;

/** A network that makes a small latent of a picture, and a picture of a latent. */
public interface Autoencoder extends PictureSpace {

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

    /** About how many bytes decoding to a picture of this size needs, weights not counted. */
    long decodeBytes(int pictureHeight, int pictureWidth);

    /** Fitted to what the decoder makes of one small latent. */
    @Override
    default LatentPreview preview() {
        return LinearPreview.fit(this);
    }
}
