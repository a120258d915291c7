package dev.darkroom.denoise.sampler;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Integrals of Lagrange's basis polynomials, by Gauss-Legendre quadrature that is exact up to degree 7. */
final class LagrangeIntegral {

    private static final double[] POINTS = {
        -0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526
    };
    private static final double[] WEIGHTS = {
        0.3478548451374538, 0.6521451548625461, 0.6521451548625461, 0.3478548451374538
    };

    private LagrangeIntegral() {}

    /** For each node the integral, from one end to the other, of the polynomial that is 1 there and 0 at the others. */
    static double[] weights(List<Double> nodes, double from, double to) {
        double[] integrals = new double[nodes.size()];
        for (int k = 0; k < integrals.length; k++) {
            int node = k;
            integrals[k] = quadrature(at -> basis(nodes, node, at), from, to);
        }
        return integrals;
    }

    /** The integral of a function that is smooth over the interval. */
    static double quadrature(DoubleUnaryOperator function, double from, double to) {
        double sum = 0;
        for (int p = 0; p < POINTS.length; p++) {
            double at = (from + to) / 2 + POINTS[p] * (to - from) / 2;
            sum += WEIGHTS[p] * (to - from) / 2 * function.applyAsDouble(at);
        }
        return sum;
    }

    /** The polynomial that is 1 at node {@code k} and 0 at the others. */
    static double basis(List<Double> nodes, int k, double at) {
        double product = 1;
        for (int j = 0; j < nodes.size(); j++) {
            if (j != k) {
                product *= (at - nodes.get(j)) / (nodes.get(k) - nodes.get(j));
            }
        }
        return product;
    }
}
