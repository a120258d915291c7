package dev.darkroom.latent;

import dev.darkroom.torch.Wrap;
import java.util.Arrays;

/** Pixels themselves: latent and picture are the same, in three channels or in one that is gray. */
public record PixelSpace(int channels) implements PictureSpace {

    private static final int COLOURS = 3;

    public PixelSpace {
        if (channels != 1 && channels != COLOURS) {
            throw new IllegalArgumentException("channels: " + channels + "; a picture has 1, gray, or 3");
        }
    }

    @Override
    public float[] encode(float[] picture, int height, int width, float[] noise, Wrap wrap) {
        return rawMode(picture, height, width);
    }

    @Override
    public float[] rawMode(float[] picture, int height, int width) {
        if (channels == COLOURS) {
            return picture.clone();
        }
        int plane = height * width;
        float[] gray = new float[plane];
        for (int i = 0; i < plane; i++) {
            gray[i] = (picture[i] + picture[plane + i] + picture[2 * plane + i]) / COLOURS;
        }
        return gray;
    }

    @Override
    public float[] decode(float[] latent, int height, int width, Wrap wrap) {
        if (channels == COLOURS) {
            return latent.clone();
        }
        float[] picture = Arrays.copyOf(latent, COLOURS * latent.length);
        System.arraycopy(latent, 0, picture, latent.length, latent.length);
        System.arraycopy(latent, 0, picture, 2 * latent.length, latent.length);
        return picture;
    }

    @Override
    public int factor() {
        return 1;
    }

    @Override
    public long weightBytes() {
        return 0;
    }

    @Override
    public LatentPreview preview() {
        return (latent, height, width) -> decode(latent, height, width, Wrap.NONE);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
