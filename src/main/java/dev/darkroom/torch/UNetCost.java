package dev.darkroom.torch;

import java.util.List;

/**
 * Estimates what an evaluation takes. Memory is dominated by the finest resolution: the skip connections kept for the
 * up path, and the widest intermediate, the joined input of the last up block or the feed forward's hidden layer.
 *
 * @param channels by resolution, the finest first
 * @param layers by resolution
 * @param contextWidth of a text token; 0 without text
 */
record UNetCost(List<Integer> channels, List<Integer> layers, int contextWidth, Precision precision) {

    /** Intermediates of the widest layer that live at the same time, with the allocator's slack. */
    private static final int LIVE_LAYERS = 8;

    /** Numbers of the widest activation up to which starting a kernel costs about as much as running it. */
    private static final int SMALL = 1 << 15;

    /** Whether an image's rows cost less together than apart. Depends on nothing but shapes: results may hang on it. */
    boolean small(int height, int width) {
        return (long) height * width * channels.get(0) <= SMALL;
    }

    /** Bytes of one row, weights not counted. */
    long rowBytes(int height, int width, int tokens) {
        long skips = 0;
        long widest = 0;
        for (int i = 0; i < channels.size(); i++) {
            long pixels = Math.max(1, (long) height * width >> 2 * i);
            long activation = pixels * channels.get(i);
            skips += activation * (layers.get(i) + 1);
            widest = Math.max(widest, activation * LIVE_LAYERS);
        }
        long text = (long) tokens * contextWidth;
        return (skips + widest + text) * precision.bytes();
    }
}
