package dev.darkroom.denoise.schedule;

/** Logarithm of the gamma function: Stirling's series after shifting, <a href="https://dlmf.nist.gov/5.11#E1">DLMF 5.11.1</a>. */
final class LogGamma {

    private static final double[] SERIES = {1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0};

    private LogGamma() {}

    /** ln Γ(x) for positive x, good to 1e-14. */
    static double of(double x) {
        double shift = 0;
        double z = x;
        while (z < 15) {
            shift += Math.log(z);
            z++;
        }
        double sum = (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI);
        double power = 1 / z;
        for (double coefficient : SERIES) {
            sum += coefficient * power;
            power /= z * z;
        }
        return sum - shift;
    }
}
