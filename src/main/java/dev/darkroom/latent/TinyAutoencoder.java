package dev.darkroom.latent;

import dev.darkroom.torch.AutoencoderTiny;
import dev.darkroom.torch.Wrap;

/** TAESD: its latents are the sampler's, and it has no posterior. */
record TinyAutoencoder(AutoencoderTiny network) implements Autoencoder {

    @Override
    public float[] encode(float[] picture, int height, int width, float[] noise, Wrap wrap) {
        return network.encode(picture, height, width, wrap);
    }

    @Override
    public float[] rawMode(float[] picture, int height, int width) {
        return network.encode(picture, height, width, Wrap.NONE);
    }

    @Override
    public float[] decode(float[] latent, int height, int width, Wrap wrap) {
        return network.decode(latent, height, width, wrap);
    }

    @Override
    public int channels() {
        return network.latentChannels();
    }

    @Override
    public int factor() {
        return network.factor();
    }

    @Override
    public long weightBytes() {
        return network.weightBytes();
    }

    @Override
    public long decodeBytes(int pictureHeight, int pictureWidth) {
        return network.decodeBytes(pictureHeight, pictureWidth);
    }

    @Override
    public void close() {
        network.close();
    }
}
