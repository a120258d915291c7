package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import java.util.List;

/** Extrapolation to the middle of the coming step from equally spaced values: Adams and Bashforth 1883. */
final class AdamsBashforth {

    private static final double[][] WEIGHTS = {
        {1}, {3 / 2.0, -1 / 2.0}, {23 / 12.0, -16 / 12.0, 5 / 12.0}, {55 / 24.0, -59 / 24.0, 37 / 24.0, -9 / 24.0}
    };

    private AdamsBashforth() {}

    /** The weighted sum of the newest values, four at most. */
    static float[] extrapolated(List<float[]> newestFirst, int highestOrder) {
        int order = Math.min(newestFirst.size(), Math.min(highestOrder, WEIGHTS.length));
        return combine(WEIGHTS[order - 1], newestFirst.subList(0, order).toArray(new float[0][]));
    }
}
