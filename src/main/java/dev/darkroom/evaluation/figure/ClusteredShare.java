package dev.darkroom.evaluation.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A share of right answers in clusters: the pictures of one prompt succeed and fail together, so they tell less than as
 * many independent ones. Not thread-safe.
 */
public final class ClusteredShare {

    private final List<int[]> clusters = new ArrayList<>();
    private int right;
    private int total;

    /** One more cluster. */
    public void add(int rightAnswers, int answers) {
        if (answers < 1 || rightAnswers < 0 || rightAnswers > answers) {
            throw new IllegalArgumentException(rightAnswers + " right answers of " + answers);
        }
        clusters.add(new int[] {rightAnswers, answers});
        right += rightAnswers;
        total += answers;
    }

    public int right() {
        return right;
    }

    public int total() {
        return total;
    }

    public int clusters() {
        return clusters.size();
    }

    /**
     * How many independent answers it is worth: the answers over the design effect, which is the variance between
     * clusters (the linearised variance of a ratio, Cochran 1977, "Sampling techniques", equation 3.34) over that of
     * independent answers, at least 1. Where all answers agree nothing can be told of that, and each cluster counts as one.
     */
    public double effectiveCount() {
        double share = (double) right / total;
        int n = clusters.size();
        if (right == 0 || right == total || n == 1) {
            return n == 1 ? total : n;
        }
        double squares = 0;
        for (int[] cluster : clusters) {
            double rest = cluster[0] - share * cluster[1];
            squares += rest * rest;
        }
        double between = squares * n / (n - 1) / ((double) total * total);
        double independent = share * (1 - share) / total;
        return total / Math.max(1, between / independent);
    }

    /** Wilson's interval at the effective count (Korn and Graubard 1998, Survey Methodology 24). */
    public Interval interval() {
        if (total == 0) {
            throw new IllegalStateException("there are no answers");
        }
        return Interval.wilson((double) right / total, effectiveCount());
    }
}
