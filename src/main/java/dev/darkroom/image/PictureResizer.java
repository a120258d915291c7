package dev.darkroom.image;

import dev.darkroom.generation.Size;

/**
 * Resizes as Pillow 13 does for the reference pipelines: separable, rounded to 8 bits after each axis; the filter widens
 * when the picture shrinks. Each channel is treated alone, so blend alpha away before.
 */
public final class PictureResizer {

    private PictureResizer() {}

    /** The picture at another size; the same picture if it has that size already. */
    public static Picture resize(Picture picture, Size size, ResampleFilter filter) {
        if (picture.size().equals(size)) {
            return picture;
        }
        byte[] samples = resize(picture.samples(), picture.channels(), picture.size(), size, filter);
        return picture.hasAlpha() ? Picture.rgba(size, samples) : Picture.rgb(size, samples);
    }

    /** Samples [height, width, channels] at another size; the same array if they have that size already. */
    static byte[] resize(byte[] samples, int channels, Size from, Size to, ResampleFilter filter) {
        ResampleWeights columns = new ResampleWeights(from.width(), to.width(), filter);
        ResampleWeights rows = new ResampleWeights(from.height(), to.height(), filter);
        if (heightFirst(from, to)) {
            return across(down(samples, from.width() * channels, rows), to.height(), channels, columns);
        }
        return down(across(samples, from.height(), channels, columns), to.width() * channels, rows);
    }

    /** The order decides what is rounded in between; it is Pillow's, found by comparing results of a few thousand sizes. */
    private static boolean heightFirst(Size from, Size to) {
        int removedRows = from.height() - to.height();
        int removedColumns = from.width() - to.width();
        return removedRows > 0 && removedRows > 2 * removedColumns;
    }

    /** Every row at another width; the same array if the weights keep the width. */
    static byte[] across(byte[] source, int height, int channels, ResampleWeights weights) {
        if (weights.keepsLength()) {
            return source;
        }
        int stride = weights.sourceLength() * channels;
        byte[] target = new byte[height * weights.targetLength() * channels];
        int to = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < weights.targetLength(); x++) {
                for (int channel = 0; channel < channels; channel++) {
                    target[to++] = weights.sample(x, source, y * stride + channel, channels);
                }
            }
        }
        return target;
    }

    /** Every column at another height; the same array if the weights keep the height. {@code stride} samples a row. */
    static byte[] down(byte[] source, int stride, ResampleWeights weights) {
        if (weights.keepsLength()) {
            return source;
        }
        byte[] target = new byte[weights.targetLength() * stride];
        for (int y = 0; y < weights.targetLength(); y++) {
            for (int i = 0; i < stride; i++) {
                target[y * stride + i] = weights.sample(y, source, i, stride);
            }
        }
        return target;
    }
}
