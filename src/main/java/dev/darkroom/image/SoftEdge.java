package dev.darkroom.image;

import dev.darkroom.generation.Size;

/**
 * The rim of a mask made soft on its inner side: black stays black, so that a picture keeps every pixel outside its
 * mask, and the opacity rises from 0 at the border to 255 further in. With b the mask blurred by a Gaussian of deviation
 * r and m the largest b of white pixels within 2r, the opacity is {@code 2 b / m - 1}: at the straight border of a large
 * area b is half of m, while a thin stroke, where b is nowhere large, keeps its full opacity in its middle.
 */
public final class SoftEdge {

    private static final int OPAQUE = 255;

    private SoftEdge() {}

    /**
     * @param mask black and white
     * @param deviation of the Gaussian in pixels; 0 leaves the rim hard
     */
    public static Mask of(Mask mask, int deviation) {
        if (deviation == 0) {
            return mask;
        }
        byte[] blurred = mask.blurred(deviation).values();
        for (int i = 0; i < blurred.length; i++) {
            blurred[i] = mask.values()[i] == 0 ? 0 : blurred[i];
        }
        byte[] largest = largest(blurred, mask.size(), 2 * deviation);
        byte[] opacity = new byte[blurred.length];
        for (int i = 0; i < opacity.length; i++) {
            int most = largest[i] & 0xFF;
            if (mask.values()[i] != 0) {
                int rise = most == 0 ? OPAQUE : (2 * (blurred[i] & 0xFF) - most) * OPAQUE / most;
                opacity[i] = (byte) Math.max(0, rise);
            }
        }
        return new Mask(mask.size(), opacity);
    }

    /** The largest value within a square of 2 * reach + 1 pixels around each. */
    private static byte[] largest(byte[] values, Size size, int reach) {
        byte[] rows = new byte[values.length];
        byte[] both = new byte[values.length];
        for (int y = 0; y < size.height(); y++) {
            largest(values, rows, y * size.width(), 1, size.width(), reach);
        }
        for (int x = 0; x < size.width(); x++) {
            largest(rows, both, x, size.width(), size.height(), reach);
        }
        return both;
    }

    /** Along one line; a queue of indices whose values fall holds what may still become the largest. */
    private static void largest(byte[] from, byte[] to, int offset, int stride, int length, int reach) {
        int[] queue = new int[length];
        int head = 0;
        int tail = 0;
        for (int i = 0; i < length + reach; i++) {
            if (i < length) {
                int value = from[offset + i * stride] & 0xFF;
                while (tail > head && (from[offset + queue[tail - 1] * stride] & 0xFF) <= value) {
                    tail--;
                }
                queue[tail++] = i;
            }
            int centre = i - reach;
            if (centre >= 0) {
                while (queue[head] < centre - reach) {
                    head++;
                }
                to[offset + centre * stride] = from[offset + queue[head] * stride];
            }
        }
    }
}
