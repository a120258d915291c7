package dev.darkroom.text;

import dev.darkroom.generation.Emphasis;
import java.util.ArrayList;
import java.util.List;

/** Attention weights on hidden states, as webui puts them there. */
final class Weighting {

    /** A weight beyond this counts as this: a thousand brackets would leave the range of numbers. */
    private static final double LARGEST = 1e6;

    private Weighting() {}

    /**
     * Weights the hidden states of chunks that were encoded together.
     *
     * @param hidden [tokens, width] flattened, one array a chunk; not changed
     * @param chunks their weights
     * @param counts how often each chunk counts in the mean
     * @return the weighted states; the same arrays where nothing changes
     */
    static List<float[]> weighted(List<float[]> hidden, List<Chunk> chunks, int[] counts, Emphasis emphasis) {
        boolean none = emphasis == Emphasis.IGNORE || emphasis == Emphasis.NONE;
        if (none || chunks.stream().allMatch(Chunk::unweighted)) {
            return hidden;
        }
        List<float[]> weighted = new ArrayList<>();
        for (int i = 0; i < hidden.size(); i++) {
            weighted.add(weighted(hidden.get(i), chunks.get(i).weights()));
        }
        if (emphasis == Emphasis.ORIGINAL) {
            float factor = (float) (sum(hidden, counts) / sum(weighted, counts));
            if (Float.isFinite(factor)) { // weights that cancel out leave no mean to restore
                weighted.forEach(states -> scale(states, factor));
            }
        }
        return weighted;
    }

    private static float[] weighted(float[] hidden, double[] weights) {
        float[] weighted = new float[hidden.length];
        int width = hidden.length / weights.length;
        for (int i = 0; i < hidden.length; i++) {
            weighted[i] = hidden[i] * (float) Math.max(-LARGEST, Math.min(LARGEST, weights[i / width]));
        }
        return weighted;
    }

    private static void scale(float[] values, float factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    private static double sum(List<float[]> arrays, int[] counts) {
        double total = 0;
        for (int i = 0; i < arrays.size(); i++) {
            double sum = 0;
            for (float value : arrays.get(i)) {
                sum += value;
            }
            total += counts[i] * sum;
        }
        return total;
    }
}
