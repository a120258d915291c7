package dev.darkroom.denoise.schedule;

/**
 * A symmetric or skewed distribution on 0 to 1. The distribution function is the regularized incomplete beta function,
 * evaluated by the continued fraction of <a href="https://dlmf.nist.gov/8.17#v">DLMF 8.17.22</a>.
 *
 * @param alpha first shape parameter, positive
 * @param beta second shape parameter, positive
 */
record BetaDistribution(double alpha, double beta) {

    /** The shape that beta sampling uses. */
    static final BetaDistribution SAMPLING = new BetaDistribution(0.6, 0.6);

    private static final double TINY = 1e-300;

    /** The point below which a share {@code probability} of the mass lies. */
    double quantile(double probability) {
        if (probability <= 0 || probability >= 1) {
            return Math.max(0, Math.min(1, probability));
        }
        if (alpha == beta && probability == 0.5) {
            return 0.5;
        }
        double low = 0;
        double high = 1;
        while (true) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                return middle;
            }
            if (below(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /** The mass below {@code x}. */
    double below(double x) {
        if (x > (alpha + 1) / (alpha + beta + 2)) {
            return 1 - mirrored().below(1 - x);
        }
        double logBeta = LogGamma.of(alpha) + LogGamma.of(beta) - LogGamma.of(alpha + beta);
        double front = Math.exp(alpha * Math.log(x) + beta * Math.log1p(-x) - logBeta) / alpha;
        return front / continuedFraction(x);
    }

    @SuppressWarnings("ArgumentSelectionDefectChecker")
    private BetaDistribution mirrored() {
        return new BetaDistribution(beta, alpha);
    }

    /** The denominator of 8.17.22, by Lentz's method. */
    private double continuedFraction(double x) {
        double c = 1;
        double d = 0;
        double value = 1;
        double change = 0;
        for (int n = 1; n < 500 && Math.abs(change - 1) > 1e-16; n++) {
            double term = coefficient(n) * x;
            d = 1 / nonZero(1 + term * d);
            c = nonZero(1 + term / c);
            change = c * d;
            value *= change;
        }
        return value;
    }

    private double coefficient(int n) {
        int m = n / 2;
        if (n % 2 == 0) {
            return m * (beta - m) / ((alpha + 2 * m - 1) * (alpha + 2 * m));
        }
        return -(alpha + m) * (alpha + beta + m) / ((alpha + 2 * m) * (alpha + 2 * m + 1));
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
