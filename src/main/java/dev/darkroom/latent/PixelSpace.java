package dev.darkroom.latent;

import dev.darkroom.torch.Wrap;

/**
 * Pixels themselves, in three channels or in one that is gray. A latent is as large as its picture, from black to white;
 * a picture is always -1 to 1.
 *
 * @param channels of a latent, 1 or 3
 * @param black what a black pixel is in a latent, below 1, which is white
 */
public record PixelSpace(int channels, double black) implements PictureSpace {

    private static final int COLOURS = 3;

    public PixelSpace {
        if (channels != 1 && channels != COLOURS) {
            throw new IllegalArgumentException("channels: " + channels + "; a picture has 1, gray, or 3");
        }
        if (!(black < 1)) {
            throw new IllegalArgumentException("black: " + black + "; it lies below 1, which is white");
        }
    }

    @Override
    public float[] encode(float[] picture, int height, int width, float[] noise, Wrap wrap) {
        return rawMode(picture, height, width);
    }

    @Override
    public float[] rawMode(float[] picture, int height, int width) {
        int plane = height * width;
        float[] latent = new float[channels * plane];
        for (int i = 0; i < latent.length; i++) {
            float value = channels == COLOURS
                    ? picture[i]
                    : (picture[i] + picture[plane + i] + picture[2 * plane + i]) / COLOURS;
            latent[i] = (float) (middle() + half() * value);
        }
        return latent;
    }

    @Override
    public float[] decode(float[] latent, int height, int width, Wrap wrap) {
        float[] picture = new float[COLOURS * height * width];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (float) ((latent[i % latent.length] - middle()) / half());
        }
        return picture;
    }

    /** What gray is. */
    private double middle() {
        return (1 + black) / 2;
    }

    /** How far white lies from gray. */
    private double half() {
        return (1 - black) / 2;
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
