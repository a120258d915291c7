package dev.darkroom.denoise.sampler;

import java.util.List;

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

    /** Points of the quadrature; as many as published code takes, whose sums these weights are. */
    private static final int POINTS = 10_000;

    private VpTime() {}

    /** When the noise is sigma. */
    static double of(double sigma) {
        return (Math.sqrt(BETA_MIN * BETA_MIN + 2 * BETA_RANGE * Math.log1p(sigma * sigma)) - BETA_MIN) / BETA_RANGE;
    }

    /** How fast sigma grows. */
    private static double growth(double time) {
        double exponent = BETA_RANGE * time * time / 2 + BETA_MIN * time;
        double sigma = Math.sqrt(Math.expm1(exponent));
        return (BETA_RANGE * time + BETA_MIN) * Math.exp(exponent) / (2 * sigma);
    }

    /** Integrals over sigma, from the newest node to another time, of Lagrange's polynomials in time. */
    static double[] weights(List<Double> nodesNewestFirst, double to) {
        double from = nodesNewestFirst.get(0);
        double[] weights = new double[nodesNewestFirst.size()];
        for (int p = 0; p < POINTS; p++) {
            double time = from + (to - from) * p / (POINTS - 1);
            double width = growth(time) * (to - from) / POINTS;
            for (int k = 0; k < weights.length; k++) {
                weights[k] += width * LagrangeIntegral.basis(nodesNewestFirst, k, time);
            }
        }
        return weights;
    }
}
