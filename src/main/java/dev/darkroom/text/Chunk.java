package dev.darkroom.text;

import java.util.Arrays;

/**
 * One row of token ids with their weights.
 *
 * @param ids start, ids of the prompt, filled up with end; read only
 * @param weights one factor an id; read only
 */
@SuppressWarnings("ArrayRecordComponent")
record Chunk(int[] ids, double[] weights) {

    /** Whether no weight changes anything. */
    boolean unweighted() {
        return Arrays.stream(weights).allMatch(weight -> weight == 1);
    }
}
