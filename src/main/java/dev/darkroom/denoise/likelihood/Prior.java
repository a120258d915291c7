package dev.darkroom.denoise.likelihood;

/** The density at the noisy end of a flow. */
@FunctionalInterface
public interface Prior {

    /** Logarithm of the density of {@code y = x0 + ratio * noise}, in nats. */
    double logDensity(double[] y, double ratio);

    /**
     * Noise alone, {@code N(0, ratio^2)}: what a model is taken to end at. It neglects the data in the latent, which
     * costs up to about {@code |x0|^2 / (2 ratio^2)} nats.
     */
    static Prior noise() {
        return (y, ratio) -> normal(y, ratio * ratio);
    }

    /**
     * What models with a variance-preserving frame are taken to end at: {@code N(0, 1)} there, so
     * {@code N(0, 1 + ratio^2)} here.
     */
    static Prior unitVariance() {
        return (y, ratio) -> normal(y, 1 + ratio * ratio);
    }

    private static double normal(double[] y, double variance) {
        double squares = 0;
        for (double value : y) {
            squares += value * value;
        }
        return -squares / (2 * variance) - y.length * Math.log(2 * Math.PI * variance) / 2;
    }
}
