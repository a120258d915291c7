package dev.darkroom.denoise.forward;

/** How training weighs the squared error of a timestep, given its signal-to-noise ratio. */
public final class LossWeights {

    private LossWeights() {}

    /** Min-SNR for noise prediction: Hang et al. 2023, equation 7, <a href="https://arxiv.org/abs/2303.09556">arXiv:2303.09556</a>. */
    public static double minSnrEpsilon(double snr, double gamma) {
        return Math.min(snr, gamma) / snr;
    }

    /** Min-SNR for v prediction. */
    public static double minSnrVelocity(double snr, double gamma) {
        return Math.min(snr, gamma) / (snr + 1);
    }

    /** Min-SNR for prediction of the clean latent. */
    public static double minSnrClean(double snr, double gamma) {
        return Math.min(snr, gamma);
    }

    /** P2: Choi et al. 2022, equation 8, <a href="https://arxiv.org/abs/2204.00227">arXiv:2204.00227</a>. */
    public static double p2(double snr, double k, double gamma) {
        return 1 / Math.pow(k + snr, gamma);
    }
}
