package dev.darkroom.denoise.schedule;

/** Sequences of sigmas between two ends, given by a formula: largest first, without a final 0. */
public final class SigmaCurve {

    private SigmaCurve() {}

    /** Karras et al. 2022, equation 5, <a href="https://arxiv.org/abs/2206.00364">arXiv:2206.00364</a>; rho 7 there. */
    public static double[] karras(int steps, double sigmaMin, double sigmaMax, double rho) {
        double low = Math.pow(sigmaMin, 1 / rho);
        double high = Math.pow(sigmaMax, 1 / rho);
        double[] sigmas = Grid.unit(steps);
        for (int i = 0; i < steps; i++) {
            sigmas[i] = Math.pow(high + sigmas[i] * (low - high), rho);
        }
        return sigmas;
    }

    /** Equally spaced in log sigma. Lu et al. 2022 (DPM-Solver, section 3.4) choose these levels too. */
    public static double[] exponential(int steps, double sigmaMin, double sigmaMax) {
        return polyexponential(steps, sigmaMin, sigmaMax, 1);
    }

    /** Log sigma falls with the power {@code rho} of the way left. */
    public static double[] polyexponential(int steps, double sigmaMin, double sigmaMax, double rho) {
        double[] sigmas = Grid.unit(steps);
        for (int i = 0; i < steps; i++) {
            double left = Math.pow(1 - sigmas[i], rho);
            sigmas[i] = Math.exp(left * (Math.log(sigmaMax) - Math.log(sigmaMin)) + Math.log(sigmaMin));
        }
        return sigmas;
    }

    /**
     * Quantiles of a beta distribution, linear in sigma: Lee et al. 2024,
     * <a href="https://arxiv.org/abs/2407.12173">arXiv:2407.12173</a>, with both parameters 0.6.
     */
    public static double[] beta(int steps, double sigmaMin, double sigmaMax) {
        double[] sigmas = Grid.unit(steps);
        for (int i = 0; i < steps; i++) {
            sigmas[i] = sigmaMin + BetaDistribution.SAMPLING.quantile(1 - sigmas[i]) * (sigmaMax - sigmaMin);
        }
        return sigmas;
    }

    /** Equally spaced times of the VP SDE: Song et al. 2021, <a href="https://arxiv.org/abs/2011.13456">arXiv:2011.13456</a>. */
    public static double[] varianceExploded(int steps, double betaRange, double betaMin, double lastTime) {
        double[] sigmas = Grid.linear(1, lastTime, steps);
        for (int i = 0; i < steps; i++) {
            double t = sigmas[i];
            sigmas[i] = Math.sqrt(Math.expm1(betaRange * t * t / 2 + betaMin * t));
        }
        return sigmas;
    }
}
