package dev.darkroom.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a batch into its rows. */
final class Rows {

    private Rows() {}

    static List<float[]> split(float[] batch, int rows) {
        int size = batch.length / rows;
        List<float[]> parts = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            parts.add(Arrays.copyOfRange(batch, i * size, (i + 1) * size));
        }
        return parts;
    }
}
