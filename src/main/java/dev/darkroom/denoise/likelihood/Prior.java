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
        return (y, ratio) -> {
            double squares = 0;
            for (double value : y) {
                squares += value * value;
            }
            return -squares / (2 * ratio * ratio) - y.length * (Math.log(ratio) + Math.log(2 * Math.PI) / 2);
        };
    }
}
