package dev.darkroom.evaluation.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FeatureSetTest {

    private static final double NEAR = 1e-6;

    @Test
    void cloudsOfDifferentMeansAreTheSquaredWayApart() {
        List<float[]> cloud = List.of(new float[] {0, 0}, new float[] {1, 2}, new float[] {3, 1});
        List<float[]> moved =
                cloud.stream().map(p -> new float[] {p[0] + 3, p[1] - 4}).toList();

        assertThat(new FeatureSet(cloud).frechetDistance(new FeatureSet(moved))).isCloseTo(25, within(NEAR));
        assertThat(new FeatureSet(cloud).frechetDistance(new FeatureSet(cloud))).isCloseTo(0, within(NEAR));
    }

    /** On a line the distance is (m1 - m2)² + (s1 - s2)². */
    @Test
    void onALineItIsTheDistanceOfMeansAndDeviations() {
        FeatureSet narrow = new FeatureSet(List.of(new float[] {-1}, new float[] {1}));
        FeatureSet wide = new FeatureSet(List.of(new float[] {2 - 3}, new float[] {2 + 3}));
        double between = 3 * Math.sqrt(2) - Math.sqrt(2);

        assertThat(narrow.frechetDistance(wide)).isCloseTo(4 + between * between, within(NEAR));
    }

    /** For 2x2 matrices tr (A B)^½ = (tr A B + 2 (det A B)^½)^½, also where A and B do not commute. */
    @Test
    void covariancesThatDoNotCommuteHaveTheClosedForm() {
        FeatureSet one = cloud(2, 0, 1, 0.5);
        FeatureSet other = cloud(0.7, -0.6, 1.1, 1.5);
        double[] a = covariance(2, 0, 1, 0.5);
        double[] b = covariance(0.7, -0.6, 1.1, 1.5);
        double product = a[0] * b[0] + 2 * a[1] * b[1] + a[2] * b[2];
        double determinant = (a[0] * a[2] - a[1] * a[1]) * (b[0] * b[2] - b[1] * b[1]);
        double root = Math.sqrt(product + 2 * Math.sqrt(determinant));

        assertThat(one.frechetDistance(other)).isCloseTo(a[0] + a[2] + b[0] + b[2] - 2 * root, within(1e-5));
    }

    /** Four points around the origin: plus and minus two columns. */
    private static FeatureSet cloud(double x1, double y1, double x2, double y2) {
        return new FeatureSet(List.of(point(x1, y1), point(-x1, -y1), point(x2, y2), point(-x2, -y2)));
    }

    private static float[] point(double x, double y) {
        return new float[] {(float) x, (float) y};
    }

    private static double[] covariance(double x1, double y1, double x2, double y2) {
        return new double[] {2 * (x1 * x1 + x2 * x2) / 3, 2 * (x1 * y1 + x2 * y2) / 3, 2 * (y1 * y1 + y2 * y2) / 3};
    }

    /** k(0,1) = 1, k(2,3) = 343; across 1, 1, 27 and 64. */
    @Test
    void kernelDistanceIsTheOneComputedByHand() {
        FeatureSet low = new FeatureSet(List.of(new float[] {0}, new float[] {1}));
        FeatureSet high = new FeatureSet(List.of(new float[] {2}, new float[] {3}));

        assertThat(low.kernelDistance(high)).isCloseTo(1 + 343 - 2 * 93 / 4.0, within(NEAR));
    }

    @Test
    void cloudsOfOneOriginAreNearInBothAndOthersAreNot() {
        FeatureSet one = normal(1, 0, 400);
        FeatureSet same = normal(2, 0, 400);
        FeatureSet shifted = normal(3, 1, 400);

        assertThat(one.kernelDistance(same)).isCloseTo(0, within(0.05));
        assertThat(one.kernelDistance(shifted)).isGreaterThan(0.5);
        assertThat(one.frechetDistance(same)).isLessThan(0.2);
        assertThat(one.frechetDistance(shifted)).isCloseTo(6, within(1.5));
    }

    private static FeatureSet normal(long seed, double mean, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<float[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] point = new float[6];
            for (int j = 0; j < point.length; j++) {
                point[j] = (float) (mean + random.nextGaussian());
            }
            points.add(point);
        }
        return new FeatureSet(points);
    }

    @Test
    void rootTimesItselfIsTheMatrix() {
        SplittableRandom random = new SplittableRandom(4);
        int size = 24;
        double[] factor = new double[size * size];
        for (int i = 0; i < factor.length; i++) {
            factor[i] = random.nextGaussian();
        }
        double[] entries = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    entries[i * size + j] += factor[i * size + k] * factor[j * size + k];
                }
            }
        }
        SymmetricMatrix identity = new SymmetricMatrix(size, eye(size));
        SymmetricMatrix squared =
                new SymmetricMatrix(size, entries).squareRoot().around(identity);

        double[] eigenvalues = new SymmetricMatrix(size, entries).eigenvalues();
        double[] again = squared.eigenvalues();
        Arrays.sort(eigenvalues);
        Arrays.sort(again);
        assertThat(again).containsExactly(eigenvalues, within(1e-8));
        assertThat(squared.trace()).isCloseTo(new SymmetricMatrix(size, entries).trace(), within(1e-8));
    }

    private static double[] eye(int size) {
        double[] eye = new double[size * size];
        for (int i = 0; i < size; i++) {
            eye[i * size + i] = 1;
        }
        return eye;
    }

    @Test
    void knownEigenvaluesAreFound() {
        double[] values = new SymmetricMatrix(3, new double[] {2, -1, 0, -1, 2, -1, 0, -1, 2}).eigenvalues();
        Arrays.sort(values);

        assertThat(values).containsExactly(new double[] {2 - Math.sqrt(2), 2, 2 + Math.sqrt(2)}, within(1e-12));
    }

    @Test
    void aSinglePointIsNoCloud() {
        assertThatThrownBy(() -> new FeatureSet(List.of(new float[] {1}))).isInstanceOf(IllegalArgumentException.class);
    }
}
