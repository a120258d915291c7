package dev.darkroom.denoise.exact;

/** The standard normal distribution function, to about 1e-15: series near the middle, a continued fraction in the tail. */
final class NormalTail {

    private static final double MIDDLE = 3;
    private static final int TERMS = 80;

    private NormalTail() {}

    /** The mass below z: <a href="https://dlmf.nist.gov/7.6#E2">DLMF 7.6.2</a> and <a href="https://dlmf.nist.gov/7.9#E1">7.9.1</a>. */
    static double below(double z) {
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        if (Math.abs(z) < MIDDLE) {
            double term = z;
            double sum = z;
            for (int n = 1; n < TERMS; n++) {
                term *= z * z / (2 * n + 1);
                sum += term;
            }
            return 0.5 + density * sum;
        }
        double fraction = 0;
        for (int n = TERMS; n > 0; n--) {
            fraction = n / (Math.abs(z) + fraction);
        }
        double tail = density / (Math.abs(z) + fraction);
        return z < 0 ? tail : 1 - tail;
    }
}
