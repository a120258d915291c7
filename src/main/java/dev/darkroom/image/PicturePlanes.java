package dev.darkroom.image;

import dev.darkroom.generation.Size;

/**
 * Pictures as the networks see them: float planes {@code [3, height, width]}, either in [0, 1] ("unit") or in
 * [-1, 1] ("signed"). The arithmetic is that of the reference pipelines, in single precision; 8-bit samples are
 * {@code 255 * unit} rounded half to even.
 */
public final class PicturePlanes {

    private static final int CHANNELS = 3;

    /** Of the range's width. */
    private static final double PEAK_SQUARED = 4;

    private static final double LEAST_ERROR = 1e-9;

    private PicturePlanes() {}

    /** Planes in [0, 1]; alpha is forgotten. */
    public static float[] unit(Picture picture) {
        int area = Math.toIntExact(picture.size().pixels());
        int channels = picture.channels();
        byte[] samples = picture.samples();
        float[] planes = new float[CHANNELS * area];
        for (int pixel = 0; pixel < area; pixel++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                planes[channel * area + pixel] = (samples[pixel * channels + channel] & 0xFF) / 255f;
            }
        }
        return planes;
    }

    /** Planes in [-1, 1]; alpha is forgotten. */
    public static float[] signed(Picture picture) {
        float[] planes = unit(picture);
        for (int i = 0; i < planes.length; i++) {
            planes[i] = 2 * planes[i] - 1;
        }
        return planes;
    }

    /**
     * The picture of planes in [0, 1]; what lies outside is clamped.
     *
     * @throws NonFinitePixelException when a value is NaN or infinite
     */
    public static Picture fromUnit(float[] planes, Size size) {
        return picture(planes, size, 1, 0);
    }

    /**
     * The picture of planes in [-1, 1]; what lies outside is clamped.
     *
     * @throws NonFinitePixelException when a value is NaN or infinite
     */
    public static Picture fromSigned(float[] planes, Size size) {
        return picture(planes, size, 0.5f, 0.5f);
    }

    private static Picture picture(float[] planes, Size size, float scale, float offset) {
        int area = Math.toIntExact(size.pixels());
        if (planes.length != CHANNELS * area) {
            throw new IllegalArgumentException(
                    "planes of " + size + " have " + CHANNELS * area + " values, not " + planes.length);
        }
        byte[] samples = new byte[planes.length];
        for (int i = 0; i < planes.length; i++) {
            if (!Float.isFinite(planes[i])) {
                throw new NonFinitePixelException(
                        planes[i], i / area, i % area / size.width(), i % area % size.width());
            }
            float unit = Math.min(Math.max(planes[i] * scale + offset, 0), 1);
            samples[i % area * CHANNELS + i / area] = (byte) Math.rint(255f * unit);
        }
        return Picture.rgb(size, samples);
    }

    /**
     * Peak signal-to-noise ratio in decibels of planes in [-1, 1]; equal ones have a finite one, too.
     *
     * @param planes as many; what lies outside is clamped
     */
    public static double psnr(float[] original, float[] planes) {
        double squares = 0;
        for (int i = 0; i < original.length; i++) {
            double error = Math.max(-1, Math.min(1, planes[i])) - original[i];
            squares += error * error;
        }
        return 10 * Math.log10(PEAK_SQUARED * original.length / Math.max(squares, LEAST_ERROR));
    }
}
