package dev.darkroom.denoise.schedule;

/** Equally spaced numbers. */
public final class Grid {

    private Grid() {}

    /** {@code count} numbers from {@code start} to {@code end}, both included; one number alone is the start. */
    public static double[] linear(double start, double end, int count) {
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = count == 1 ? start : start + i * ((end - start) / (count - 1));
        }
        if (count > 1) {
            points[count - 1] = end;
        }
        return points;
    }

    /** {@code count} numbers from 0 to 1. */
    public static double[] unit(int count) {
        return linear(0, 1, count);
    }
}
