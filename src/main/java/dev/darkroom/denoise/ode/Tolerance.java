package dev.darkroom.denoise.ode;

/**
 * How large the error of one step may be.
 *
 * @param relative to the size of each value, above 0; below 1e-6 the single precision of networks is the larger error
 * @param absolute for values near 0, above 0
 * @param evaluations how many a run may take before it is given up, at least 1
 */
public record Tolerance(double relative, double absolute, int evaluations) {

    private static final int USUAL_EVALUATIONS = 10_000;

    public Tolerance {
        if (!(relative > 0 && relative < 1 && absolute > 0)) {
            throw new IllegalArgumentException(
                    "the tolerance must lie between 0 and 1, not " + relative + " and " + absolute);
        }
    }

    /** The same number, relative and absolute. */
    public static Tolerance of(double tolerance) {
        return new Tolerance(tolerance, tolerance, USUAL_EVALUATIONS);
    }

    /** Root mean square of the values from {@code begin} to {@code end}, each in units of what is tolerated of it. */
    public double error(double[] error, double[] before, double[] after, int begin, int end) {
        double sum = 0;
        for (int i = begin; i < end; i++) {
            double size = Math.max(Math.abs(before[i]), Math.abs(after[i]));
            double share = error[i] / (absolute + relative * size);
            sum += share * share;
        }
        return Math.sqrt(sum / (end - begin));
    }
}
