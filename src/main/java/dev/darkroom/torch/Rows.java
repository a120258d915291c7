package dev.darkroom.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts rows into groups, and cuts a batch into its rows. */
final class Rows {

    private Rows() {}

    /** Every row by itself. */
    static List<List<UNetRow>> apart(List<UNetRow> rows) {
        return rows.stream().map(List::of).toList();
    }

    /** Neighbours that share their sample array together: what they are depends on their own job alone. */
    static List<List<UNetRow>> byImage(List<UNetRow> rows) {
        List<List<UNetRow>> images = new ArrayList<>();
        for (int from = 0, to; from < rows.size(); from = to) {
            to = from + 1;
            while (to < rows.size() && rows.get(to).sample() == rows.get(from).sample()) {
                to++;
            }
            images.add(rows.subList(from, to));
        }
        return images;
    }

    static List<float[]> split(float[] batch, int rows) {
        int size = batch.length / rows;
        List<float[]> parts = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            parts.add(Arrays.copyOfRange(batch, i * size, (i + 1) * size));
        }
        return parts;
    }
}
