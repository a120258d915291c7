package dev.darkroom.denoise.forward;

/** The standard normal distribution. */
final class NormalDistribution {

    private static final double FAR = 7;

    private NormalDistribution() {}

    /** The mass below {@code x}, by Marsaglia's series (2004, <a href="https://doi.org/10.18637/jss.v011.i04">doi:10.18637/jss.v011.i04</a>). */
    static double cumulative(double x) {
        if (Math.abs(x) > FAR) {
            double tail = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) / Math.abs(x) * (1 - 1 / (x * x));
            return x < 0 ? tail : 1 - tail;
        }
        double sum = x;
        double term = x;
        for (int k = 3; Math.abs(term) > Math.ulp(sum) / 2; k += 2) {
            term *= x * x / k;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
