package dev.darkroom.denoise.sampler;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The time of the VP SDE whose sigma runs from 0.002 at time 0.001 to 80 at time 1: Karras et al. 2022, table 1,
 * <a href="https://arxiv.org/abs/2206.00364">arXiv:2206.00364</a>, {@code sigma^2 + 1 = exp(d t^2 / 2 + m t)}.
 */
final class VpTime {

    private static final double FIRST = 1e-3;
    private static final double LOW = Math.log1p(0.002 * 0.002);
    private static final double HIGH = Math.log1p(80.0 * 80.0);
    private static final double BETA_RANGE = 2 * (LOW / FIRST - HIGH) / (FIRST - 1);
    private static final double BETA_MIN = HIGH - BETA_RANGE / 2;

    /** Points of the sums that published code takes for the integrals. */
    private static final double POINTS = 10_000;

    private static final int PARTS = 16;

    private VpTime() {}

    /** When the noise is sigma. */
    static double of(double sigma) {
        return (Math.sqrt(BETA_MIN * BETA_MIN + 2 * BETA_RANGE * Math.log1p(sigma * sigma)) - BETA_MIN) / BETA_RANGE;
    }

    private static double sigma(double time) {
        return Math.sqrt(Math.expm1(BETA_RANGE * time * time / 2 + BETA_MIN * time));
    }

    /** How fast sigma grows. */
    private static double growth(double time) {
        double sigma = sigma(time);
        return (BETA_RANGE * time + BETA_MIN) * (sigma * sigma + 1) / (2 * sigma);
    }

    /**
     * Integrals over sigma, from the newest node to another time, of Lagrange's polynomials in time: as the sum that
     * published code takes, both ends counted whole. By the formula of Euler and Maclaurin that sum follows from the
     * integral and the ends to ten digits.
     */
    static double[] weights(List<Double> nodesNewestFirst, double to) {
        double from = nodesNewestFirst.get(0);
        double[] weights = new double[nodesNewestFirst.size()];
        for (int k = 0; k < weights.length; k++) {
            int node = k;
            DoubleUnaryOperator basis = time -> LagrangeIntegral.basis(nodesNewestFirst, node, time);
            double ends = growth(from) * basis.applyAsDouble(from) + growth(to) * basis.applyAsDouble(to);
            weights[k] = ((POINTS - 1) * integral(basis, sigma(from), sigma(to)) + (to - from) * ends / 2) / POINTS;
        }
        return weights;
    }

    private static double integral(DoubleUnaryOperator ofTime, double from, double to) {
        double sum = 0;
        for (int part = 0; part < PARTS; part++) {
            double start = from + (to - from) * part / PARTS;
            double end = from + (to - from) * (part + 1) / PARTS;
            sum += LagrangeIntegral.quadrature(sigma -> ofTime.applyAsDouble(of(sigma)), start, end);
        }
        return sum;
    }
}
