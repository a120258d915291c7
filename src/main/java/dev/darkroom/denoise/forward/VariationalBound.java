package dev.darkroom.denoise.forward;

/**
 * The terms of the variational bound on the negative log-likelihood, in nats: Ho et al. 2020, equation 5, and Nichol and
 * Dhariwal 2021, section 3.1, <a href="https://arxiv.org/abs/2102.09672">arXiv:2102.09672</a>. Each method is for one
 * value of a latent; an image's term is the sum over its values.
 */
public final class VariationalBound {

    /** Half the width of one of 256 levels on -1 to 1. */
    private static final double HALF_LEVEL = 1.0 / 255;

    private VariationalBound() {}

    /** KL divergence of two Gaussians. */
    public static double divergence(double mean, double variance, double otherMean, double otherVariance) {
        double difference = mean - otherMean;
        double excess = variance / otherVariance - 1;
        return (excess - Math.log1p(excess) + difference * difference / otherVariance) / 2;
    }

    /** L_T: how far the noisiest latent is from the prior N(0, 1). */
    public static double prior(double clean, double alphaBar) {
        return divergence(Math.sqrt(alphaBar) * clean, 1 - alphaBar, 0, 1);
    }

    /** L_0: negative log of the mass that a Gaussian gives to the level of a pixel; the end levels are open. */
    public static double decoder(double pixel, double mean, double variance) {
        double deviation = Math.sqrt(variance);
        double upper = NormalDistribution.cumulative((pixel - mean + HALF_LEVEL) / deviation);
        double lower = NormalDistribution.cumulative((pixel - mean - HALF_LEVEL) / deviation);
        double mass = pixel < -0.999 ? upper : pixel > 0.999 ? 1 - lower : upper - lower;
        return -Math.log(Math.max(mass, 1e-12));
    }
}
