package dev.darkroom.image;

import dev.darkroom.generation.Size;
import java.util.Arrays;

/**
 * A picture of 8-bit sRGB samples, with or without alpha. The samples lie row by row from the top left, the channels
 * of a pixel side by side. Immutable as long as nobody writes to the array, which is shared and not copied.
 */
public final class Picture {

    private static final int RGB = 3;
    private static final int RGBA = 4;

    private final Size size;
    private final int channels;
    private final byte[] samples;

    private Picture(Size size, int channels, byte[] samples) {
        if (samples.length != size.pixels() * channels) {
            throw new IllegalArgumentException(size + " with " + channels + " channels needs "
                    + size.pixels() * channels + " samples, not " + samples.length);
        }
        this.size = size;
        this.channels = channels;
        this.samples = samples;
    }

    /** An opaque picture; takes over the array {@code [height, width, 3]}. */
    public static Picture rgb(Size size, byte[] samples) {
        return new Picture(size, RGB, samples);
    }

    /** A picture with straight (not premultiplied) alpha; takes over the array {@code [height, width, 4]}. */
    public static Picture rgba(Size size, byte[] samples) {
        return new Picture(size, RGBA, samples);
    }

    public Size size() {
        return size;
    }

    /** 3 for RGB, 4 for RGBA. */
    public int channels() {
        return channels;
    }

    public boolean hasAlpha() {
        return channels == RGBA;
    }

    /** The samples themselves, {@code [height, width, channels]}; not to be written to. */
    public byte[] samples() {
        return samples;
    }

    /** One sample, 0 to 255. */
    public int sample(int x, int y, int channel) {
        return samples[(y * size.width() + x) * channels + channel] & 0xFF;
    }

    /** The colours as they are, alpha forgotten: what reference pipelines do with a picture that has alpha. */
    public Picture withoutAlpha() {
        if (!hasAlpha()) {
            return this;
        }
        byte[] colours = new byte[samples.length / RGBA * RGB];
        for (int from = 0, to = 0; from < samples.length; from += RGBA, to += RGB) {
            System.arraycopy(samples, from, colours, to, RGB);
        }
        return new Picture(size, RGB, colours);
    }

    /** The picture as it looks on white paper. */
    public Picture overWhite() {
        if (!hasAlpha()) {
            return this;
        }
        byte[] colours = new byte[samples.length / RGBA * RGB];
        for (int from = 0, to = 0; from < samples.length; from += RGBA, to += RGB) {
            int alpha = samples[from + RGB] & 0xFF;
            for (int channel = 0; channel < RGB; channel++) {
                int blend = (samples[from + channel] & 0xFF) * alpha + 255 * (255 - alpha);
                colours[to + channel] = (byte) ((blend + 127) / 255);
            }
        }
        return new Picture(size, RGB, colours);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture that && size.equals(that.size) && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hashCode() {
        return 31 * size.hashCode() + Arrays.hashCode(samples);
    }

    @Override
    public String toString() {
        return "Picture[" + size + (hasAlpha() ? ", RGBA]" : ", RGB]");
    }
}
