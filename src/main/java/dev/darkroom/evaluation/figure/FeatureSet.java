package dev.darkroom.evaluation.figure;

import java.util.List;

/** The features of many pictures as one cloud of points. Immutable. */
public final class FeatureSet {

    private final List<float[]> points;
    private final int width;

    /** @param points at least two, all of one length; not copied */
    public FeatureSet(List<float[]> points) {
        if (points.size() < 2) {
            throw new IllegalArgumentException("a cloud of " + points.size() + " points has no extent");
        }
        this.points = List.copyOf(points);
        this.width = points.get(0).length;
    }

    public int size() {
        return points.size();
    }

    /**
     * The Fréchet distance of the normal distributions with the two clouds' means and covariances (Heusel et al. 2017,
     * equation 6, https://arxiv.org/abs/1706.08500): {@code |m1 - m2|² + tr(C1 + C2 - 2 (C1 C2)^½)}. The root's trace is
     * that of {@code (C1^½ C2 C1^½)^½}, which is symmetric. Few points make it larger than it is.
     */
    public double frechetDistance(FeatureSet other) {
        double[] mean = mean();
        double[] otherMean = other.mean();
        double distance = 0;
        for (int i = 0; i < width; i++) {
            distance += (mean[i] - otherMean[i]) * (mean[i] - otherMean[i]);
        }
        SymmetricMatrix covariance = covariance(mean);
        SymmetricMatrix otherCovariance = other.covariance(otherMean);
        double root = 0;
        for (double value : covariance.squareRoot().around(otherCovariance).eigenvalues()) {
            root += Math.sqrt(Math.max(0, value));
        }
        return Math.max(0, distance + covariance.trace() + otherCovariance.trace() - 2 * root);
    }

    /**
     * The squared maximum mean discrepancy with the kernel {@code (x·y / width + 1)³}, unbiased (Bińkowski et al. 2018,
     * equation 4, https://arxiv.org/abs/1801.01401): about 0, also below, if both clouds have one origin, whatever their size.
     */
    public double kernelDistance(FeatureSet other) {
        return within() + other.within() - 2 * across(other);
    }

    private double within() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += 2 * kernel(points.get(i), points.get(j));
            }
        }
        return sum / ((double) size() * (size() - 1));
    }

    private double across(FeatureSet other) {
        double sum = 0;
        for (float[] x : points) {
            for (float[] y : other.points) {
                sum += kernel(x, y);
            }
        }
        return sum / ((double) size() * other.size());
    }

    private static double kernel(float[] x, float[] y) {
        double product = 0;
        for (int i = 0; i < x.length; i++) {
            product += (double) x[i] * y[i];
        }
        double base = product / x.length + 1;
        return base * base * base;
    }

    private double[] mean() {
        double[] mean = new double[width];
        for (float[] point : points) {
            for (int i = 0; i < width; i++) {
                mean[i] += point[i] / size();
            }
        }
        return mean;
    }

    private SymmetricMatrix covariance(double[] mean) {
        double[] sums = new double[width * width];
        for (float[] point : points) {
            for (int i = 0; i < width; i++) {
                double rest = (point[i] - mean[i]) / (size() - 1);
                for (int j = 0; j < width; j++) {
                    sums[i * width + j] += rest * (point[j] - mean[j]);
                }
            }
        }
        return new SymmetricMatrix(width, sums);
    }
}
