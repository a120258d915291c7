package dev.darkroom.training.world.drawing;

import java.util.Arrays;

/**
 * How much of each pixel a form covers, by the non-zero winding rule: exact along a line of samples, eight lines a pixel.
 * Plain arithmetic, so the same everywhere. Reusable, not thread-safe.
 */
final class Raster {

    /** Receives the covered part of a row of pixels. */
    @FunctionalInterface
    interface Row {

        /** @param coverage 0 to 1 for pixels {@code from} (inclusive) to {@code to} (exclusive), by their x */
        void paint(int y, int from, int to, float[] coverage);
    }

    private static final int LINES = 8;

    private final int width;
    private final int height;
    private final int[] starts;
    private final float[] partial;
    private final float[] whole;
    private final float[] coverage;
    private float[] crossings = new float[1024];
    private byte[] turns = new byte[1024];
    private int left;
    private int right;

    Raster(int width, int height) {
        this.width = width;
        this.height = height;
        this.starts = new int[height * LINES + 2];
        this.partial = new float[width + 3];
        this.whole = new float[width + 3];
        this.coverage = new float[width + 2];
    }

    void fill(Edges edges, Row row) {
        int top = height * LINES;
        int bottom = -1;
        Arrays.fill(starts, 0);
        for (int edge = 0; edge < edges.count(); edge++) {
            int first = firstLine(edges, edge);
            int end = endLine(edges, edge);
            for (int line = first; line < end; line++) {
                starts[line + 1]++;
            }
            if (first < end) {
                top = StrictMath.min(top, first);
                bottom = StrictMath.max(bottom, end - 1);
            }
        }
        if (bottom < 0) {
            return;
        }
        for (int line = 0; line < starts.length - 1; line++) {
            starts[line + 1] += starts[line];
        }
        cross(edges, starts[bottom + 1]);
        for (int y = top / LINES; y <= bottom / LINES; y++) {
            row(y, row);
        }
    }

    private int firstLine(Edges edges, int edge) {
        return line(StrictMath.min(edges.end(edge, 1), edges.end(edge, 3)));
    }

    private int endLine(Edges edges, int edge) {
        return line(StrictMath.max(edges.end(edge, 1), edges.end(edge, 3)));
    }

    /** The first line of samples at or below {@code y}. */
    private int line(double y) {
        double line = StrictMath.ceil(y * LINES - 0.5);
        return (int) StrictMath.max(0, StrictMath.min(height * LINES, line));
    }

    /** Where the edges cross the lines, in any order; afterwards {@code starts[line]} is where those of a line end. */
    private void cross(Edges edges, int total) {
        if (crossings.length < total) {
            crossings = new float[2 * total];
            turns = new byte[2 * total];
        }
        for (int edge = 0; edge < edges.count(); edge++) {
            int end = endLine(edges, edge);
            double x0 = edges.end(edge, 0);
            double y0 = edges.end(edge, 1);
            double slope = (edges.end(edge, 2) - x0) / (edges.end(edge, 3) - y0);
            byte turn = (byte) (edges.end(edge, 3) > y0 ? 1 : -1);
            for (int line = firstLine(edges, edge); line < end; line++) {
                int at = starts[line]++;
                crossings[at] = (float) (x0 + ((line + 0.5) / LINES - y0) * slope);
                turns[at] = turn;
            }
        }
    }

    private void row(int y, Row row) {
        left = width;
        right = 0;
        for (int line = y * LINES; line < (y + 1) * LINES; line++) {
            int from = line == 0 ? 0 : starts[line - 1];
            sort(from, starts[line]);
            spans(from, starts[line]);
        }
        if (left >= right) {
            return;
        }
        float running = 0;
        for (int x = left; x < right; x++) {
            running += whole[x];
            coverage[x] = StrictMath.min(1, running + partial[x]);
        }
        Arrays.fill(partial, left, right + 2, 0);
        Arrays.fill(whole, left, right + 2, 0);
        row.paint(y, left, right, coverage);
    }

    private void spans(int from, int to) {
        int winding = 0;
        float spanStart = 0;
        for (int i = from; i < to; i++) {
            int before = winding;
            winding += turns[i];
            if (before == 0) {
                spanStart = crossings[i];
            } else if (winding == 0) {
                span(StrictMath.max(0, spanStart), StrictMath.min(width, crossings[i]));
            }
        }
    }

    private void span(float from, float to) {
        if (to <= from) {
            return;
        }
        float share = 1f / LINES;
        int first = (int) from;
        int last = (int) to;
        if (first == last) {
            partial[first] += (to - from) * share;
        } else {
            partial[first] += (first + 1 - from) * share;
            partial[last] += (to - last) * share;
            whole[first + 1] += share;
            whole[last] -= share;
        }
        left = StrictMath.min(left, first);
        right = StrictMath.max(right, StrictMath.min(width, last + 1));
    }

    /** Few crossings a line: by insertion. */
    private void sort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            float x = crossings[i];
            byte turn = turns[i];
            int j = i - 1;
            while (j >= from && crossings[j] > x) {
                crossings[j + 1] = crossings[j];
                turns[j + 1] = turns[j];
                j--;
            }
            crossings[j + 1] = x;
            turns[j + 1] = turn;
        }
    }
}
