package dev.darkroom.text;

import dev.darkroom.text.prompt.Emphasis;
import java.util.ArrayList;
import java.util.List;

/** Attention weights on hidden states, as webui puts them there. */
final class Weighting {

    private Weighting() {}

    /**
     * Weights the hidden states of chunks that were encoded together.
     *
     * @param hidden [tokens, width] flattened, one array a chunk; not changed
     * @param chunks their weights
     * @return the weighted states; the same arrays where nothing changes
     */
    static List<float[]> weighted(List<float[]> hidden, List<Chunk> chunks, Emphasis emphasis) {
        boolean none = emphasis == Emphasis.IGNORE || emphasis == Emphasis.NONE;
        if (none || chunks.stream().allMatch(Chunk::unweighted)) {
            return hidden;
        }
        List<float[]> weighted = new ArrayList<>();
        for (int i = 0; i < hidden.size(); i++) {
            weighted.add(weighted(hidden.get(i), chunks.get(i).weights()));
        }
        if (emphasis == Emphasis.ORIGINAL) {
            float factor = (float) (sum(hidden) / sum(weighted));
            weighted.forEach(states -> scale(states, factor));
        }
        return weighted;
    }

    private static float[] weighted(float[] hidden, double[] weights) {
        float[] weighted = new float[hidden.length];
        int width = hidden.length / weights.length;
        for (int i = 0; i < hidden.length; i++) {
            weighted[i] = hidden[i] * (float) weights[i / width];
        }
        return weighted;
    }

    private static void scale(float[] values, float factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    private static double sum(List<float[]> arrays) {
        double sum = 0;
        for (float[] values : arrays) {
            for (float value : values) {
                sum += value;
            }
        }
        return sum;
    }
}
