package dev.darkroom.denoise;

/**
 * How noisy a latent is: {@code x = alpha * x0 + sigma * noise}.
 *
 * <p>One record serves the three frames of the field: variance exploding ({@code alpha = 1}, sigma in latent units),
 * variance preserving ({@code alpha^2 + sigma^2 = 1}) and flow ({@code alpha + sigma = 1}).
 *
 * @param timestep what the network is told, for most networks 0 to 999; not always a whole number
 * @param alpha how much of the clean latent is left, 0 or more
 * @param sigma standard deviation of the noise, 0 or more
 */
public record NoiseLevel(double timestep, double alpha, double sigma) {

    /** Half the logarithm of the signal-to-noise ratio; infinite for a clean latent, minus infinite for pure noise. */
    public double lambda() {
        return Math.log(alpha / sigma);
    }

    /**
     * The level of a noise-to-signal ratio between this one and a less noisy one; this one if the ratio is larger than its
     * own. The timestep is interpolated in the logarithm of the ratio.
     */
    public NoiseLevel towards(NoiseLevel less, double ratio) {
        double own = sigma / alpha;
        if (ratio >= own) {
            return this;
        }
        double share = Math.log(ratio / own) / Math.log(less.sigma / less.alpha / own);
        Frame frame = Frame.of(this);
        return frame.level(
                timestep + share * (less.timestep - timestep), frame == Frame.FLOW ? ratio / (1 + ratio) : ratio);
    }

    /** Whether no noise is left. */
    public boolean clean() {
        return sigma == 0;
    }
}
