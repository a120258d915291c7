package dev.darkroom.latent;

import dev.darkroom.torch.AutoencoderKl;
import dev.darkroom.torch.Wrap;

/** A variational autoencoder with its scaling. */
record KlAutoencoder(AutoencoderKl network, LatentScaling scaling) implements Autoencoder {

    @Override
    public float[] encode(float[] picture, int height, int width, float[] noise, Wrap wrap) {
        return scaling.scaled(network.encode(picture, height, width, wrap).sample(noise));
    }

    @Override
    public float[] rawMode(float[] picture, int height, int width) {
        return network.encode(picture, height, width, Wrap.NONE).mean();
    }

    @Override
    public float[] decode(float[] latent, int height, int width, Wrap wrap) {
        return network.decode(scaling.raw(latent), height, width, wrap);
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
