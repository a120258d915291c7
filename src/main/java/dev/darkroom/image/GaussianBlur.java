package dev.darkroom.image;

import dev.darkroom.generation.Size;

/**
 * A Gaussian as three box blurs of fractional width along each axis: Gwosdek et al. 2011, Theoretical Foundations of
 * Gaussian Convolution by Extended Box Filtering. Rounded to 8 bits after each box, as Pillow does; beyond the edge the
 * outermost sample goes on. Takes the same time whatever the radius.
 */
final class GaussianBlur {

    private static final int PASSES = 3;
    private static final int FRACTION_BITS = 24;

    private final int radius;
    private final long inner;
    private final long outer;

    /** @param boxRadius half the width of a box, its middle sample not counted; may be fractional */
    private GaussianBlur(double boxRadius) {
        this.radius = (int) boxRadius;
        this.inner = (long) ((1L << FRACTION_BITS) / (2 * boxRadius + 1));
        this.outer = ((1L << FRACTION_BITS) - (2L * radius + 1) * inner) / 2;
    }

    /**
     * The blurred samples [height, width, channels]; the same array if there is nothing to do.
     *
     * @param deviation standard deviation of the Gaussian in pixels
     */
    static byte[] blur(byte[] samples, int channels, Size size, double deviation) {
        if (deviation <= 0) {
            return samples;
        }
        GaussianBlur box = new GaussianBlur(boxRadius(deviation));
        byte[] blurred = samples.clone();
        byte[] line = new byte[Math.max(size.width(), size.height())];
        int row = size.width() * channels;
        for (int y = 0; y < size.height(); y++) {
            for (int channel = 0; channel < channels; channel++) {
                box.line(blurred, y * row + channel, channels, size.width(), line);
            }
        }
        for (int i = 0; i < row; i++) {
            box.line(blurred, i, row, size.height(), line);
        }
        return blurred;
    }

    /** Equations 12 and 14: the box whose {@link #PASSES}-fold convolution has the Gaussian's variance. */
    private static double boxRadius(double deviation) {
        double variance = deviation * deviation / PASSES;
        double whole = Math.floor((Math.sqrt(12 * variance + 1) - 1) / 2);
        double share = (2 * whole + 1) * (whole * (whole + 1) - 3 * variance);
        return whole + share / (6 * (variance - (whole + 1) * (whole + 1)));
    }

    /** All passes over one row or column in place. */
    private void line(byte[] samples, int offset, int stride, int length, byte[] line) {
        for (int pass = 0; pass < PASSES; pass++) {
            for (int i = 0; i < length; i++) {
                line[i] = samples[offset + i * stride];
            }
            long sum = 0;
            for (int i = -radius - 1; i < radius; i++) {
                sum += at(line, i, length);
            }
            for (int i = 0; i < length; i++) {
                sum += at(line, i + radius, length);
                sum -= at(line, i - radius - 1, length);
                long ends = at(line, i - radius - 1, length) + at(line, i + radius + 1, length);
                long value = sum * inner + ends * outer + (1L << FRACTION_BITS - 1);
                samples[offset + i * stride] = (byte) (value >> FRACTION_BITS);
            }
        }
    }

    private static int at(byte[] line, int i, int length) {
        return line[Math.min(Math.max(i, 0), length - 1)] & 0xFF;
    }
}
