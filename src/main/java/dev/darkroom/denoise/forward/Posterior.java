package dev.darkroom.denoise.forward;

/**
 * q(x_earlier | x_t, x0), a Gaussian: Ho et al. 2020, equations 6 and 7, <a href="https://arxiv.org/abs/2006.11239">arXiv:2006.11239</a>.
 *
 * @param cleanFactor of x0 in the mean
 * @param noisyFactor of x_t in the mean
 * @param beta variance of the forward step; the largest sensible variance of the reverse step
 * @param variance of the posterior, at least 1e-20; the smallest sensible one
 */
public record Posterior(double cleanFactor, double noisyFactor, double beta, double variance) {

    private static final double SMALLEST = 1e-20;

    static Posterior of(double alphaBar, double alphaBarEarlier) {
        double kept = alphaBar / alphaBarEarlier;
        double beta = 1 - kept;
        double share = (1 - alphaBarEarlier) / (1 - alphaBar);
        return new Posterior(
                Math.sqrt(alphaBarEarlier) * beta / (1 - alphaBar),
                Math.sqrt(kept) * share,
                beta,
                Math.max(share * beta, SMALLEST));
    }

    /** A variance between the two extremes, in the logarithm: -1 the posterior's, 1 beta (Nichol and Dhariwal 2021). */
    public double varianceAt(double v) {
        double share = (v + 1) / 2;
        return Math.exp(share * Math.log(beta) + (1 - share) * Math.log(variance));
    }

    /** One value of the mean. */
    public double mean(double clean, double noisy) {
        return cleanFactor * clean + noisyFactor * noisy;
    }
}
