package dev.darkroom.evaluation.figure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A symmetric matrix of real numbers, row-major. Immutable. */
final class SymmetricMatrix {

    private static final int MOST_SWEEPS = 60;
    private static final double TOLERANCE = 1e-13;

    private final int size;
    private final double[] entries;

    /** @param entries [size, size], taken as they are */
    SymmetricMatrix(int size, double[] entries) {
        if (entries.length != size * size) {
            throw new IllegalArgumentException(entries.length + " entries of a matrix of " + size + " rows");
        }
        this.size = size;
        this.entries = entries;
    }

    double trace() {
        double trace = 0;
        for (int i = 0; i < size; i++) {
            trace += entries[i * size + i];
        }
        return trace;
    }

    /** The eigenvalues in no order. */
    double[] eigenvalues() {
        return diagonal(rotated(null));
    }

    /** The positive semidefinite square root; eigenvalues below 0, which rounding makes, count as 0. */
    SymmetricMatrix squareRoot() {
        double[] vectors = identity();
        double[] values = diagonal(rotated(vectors));
        double[] root = new double[size * size];
        for (int k = 0; k < size; k++) {
            double value = Math.sqrt(Math.max(0, values[k]));
            for (int i = 0; i < size; i++) {
                double scaled = value * vectors[i * size + k];
                for (int j = 0; j < size; j++) {
                    root[i * size + j] += scaled * vectors[j * size + k];
                }
            }
        }
        return new SymmetricMatrix(size, root);
    }

    /** {@code this * other * this}. */
    SymmetricMatrix around(SymmetricMatrix other) {
        double[] product = product(product(entries, other.entries), entries);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (product[i * size + j] + product[j * size + i]) / 2;
                product[i * size + j] = mean;
                product[j * size + i] = mean;
            }
        }
        return new SymmetricMatrix(size, product);
    }

    private double[] product(double[] a, double[] b) {
        double[] product = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                double factor = a[i * size + k];
                for (int j = 0; j < size; j++) {
                    product[i * size + j] += factor * b[k * size + j];
                }
            }
        }
        return product;
    }

    private double[] identity() {
        double[] identity = new double[size * size];
        for (int i = 0; i < size; i++) {
            identity[i * size + i] = 1;
        }
        return identity;
    }

    private double[] diagonal(double[] matrix) {
        double[] diagonal = new double[size];
        Arrays.setAll(diagonal, i -> matrix[i * size + i]);
        return diagonal;
    }

    /**
     * The cyclic Jacobi method (Golub and Van Loan 2013, "Matrix computations", section 8.5): plane rotations until what
     * lies off the diagonal is nothing beside it.
     *
     * @param vectors is rotated along, so that its columns become the eigenvectors; null if nobody wants them
     */
    private double[] rotated(double @Nullable [] vectors) {
        double[] a = entries.clone();
        double norm = 0;
        for (double entry : a) {
            norm += entry * entry;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a) > TOLERANCE * TOLERANCE * norm; sweep++) {
            for (int p = 0; p < size - 1; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(a, vectors, p, q);
                }
            }
        }
        return a;
    }

    private double offDiagonal(double[] a) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                sum += 2 * a[i * size + j] * a[i * size + j];
            }
        }
        return sum;
    }

    private void rotate(double[] a, double @Nullable [] vectors, int p, int q) {
        double apq = a[p * size + q];
        if (apq == 0) {
            return;
        }
        double tau = (a[q * size + q] - a[p * size + p]) / (2 * apq);
        double t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        double c = 1 / Math.sqrt(1 + t * t);
        double s = t * c;
        for (int k = 0; k < size; k++) {
            turn(a, k * size + p, k * size + q, c, s);
        }
        for (int k = 0; k < size; k++) {
            turn(a, p * size + k, q * size + k, c, s);
        }
        if (vectors != null) {
            for (int k = 0; k < size; k++) {
                turn(vectors, k * size + p, k * size + q, c, s);
            }
        }
    }

    private static void turn(double[] a, int p, int q, double c, double s) {
        double first = a[p];
        double second = a[q];
        a[p] = c * first - s * second;
        a[q] = s * first + c * second;
    }
}
