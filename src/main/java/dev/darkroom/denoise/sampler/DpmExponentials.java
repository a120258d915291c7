package dev.darkroom.denoise.sampler;

import dev.darkroom.denoise.NoiseLevel;

/**
 * The exactly solved part of a diffusion ODE or SDE over one step: weights of the state, and of the network's output and
 * its derivatives in lambda.
 */
public sealed interface DpmExponentials {

    /** The quantity whose course over lambda is approximated, from a predicted clean latent. */
    float[] output(float[] x, float[] denoised, NoiseLevel level);

    /** The weights of a step. */
    Weights between(NoiseLevel from, NoiseLevel to);

    /**
     * Weights of one step; h is the step's length in lambda.
     *
     * @param h difference of lambda
     * @param state of the latent before the step
     * @param output of the newest output
     * @param slope of h times the first derivative of the output
     * @param curvature of h squared times the second derivative
     * @param noise of a fresh draw; 0 where nothing is drawn
     */
    record Weights(double h, double state, double output, double slope, double curvature, double noise) {}

    /** Whether {@link #between} weighs a fresh draw in each step. */
    boolean stochastic();

    /**
     * Integrates the predicted clean latent: DPM-Solver++ (Lu et al. 2022b, equations 9 and 22,
     * <a href="https://arxiv.org/abs/2211.01095">arXiv:2211.01095</a>).
     *
     * @param eta 0 for the ODE, 1 for the reverse SDE, or between
     * @param noiseScale standard deviation of the draws, 1 in theory
     */
    record Data(double eta, double noiseScale) implements DpmExponentials {

        /** DPM-Solver++. */
        public static final Data ODE = new Data(0, 1);

        @Override
        public float[] output(float[] x, float[] denoised, NoiseLevel level) {
            return denoised;
        }

        @Override
        public Weights between(NoiseLevel from, NoiseLevel to) {
            double h = to.lambda() - from.lambda();
            double g = (1 + eta) * h;
            double phi1 = Math.expm1(-g);
            double phi2 = phi1 / g + 1;
            double kept = to.sigma() / from.sigma();
            return new Weights(
                    h,
                    stochastic() ? kept * Math.exp(-eta * h) : kept,
                    -to.alpha() * phi1,
                    to.alpha() * phi2,
                    to.alpha() * (0.5 - phi2 / g),
                    stochastic() ? to.sigma() * Math.sqrt(-Math.expm1(-2 * eta * h)) * noiseScale : 0);
        }

        @Override
        public boolean stochastic() {
            return eta > 0;
        }
    }

    /**
     * {@link Data} with the weight of the curvature that diffusers gives the third order of its SDE form, whose constant
     * has the other sign. Kept so that its configurations give its pictures; the exact weight converges better.
     */
    enum PublishedSde implements DpmExponentials {
        INSTANCE;

        private static final Data EXACT = new Data(1, 1);

        @Override
        public float[] output(float[] x, float[] denoised, NoiseLevel level) {
            return denoised;
        }

        @Override
        public Weights between(NoiseLevel from, NoiseLevel to) {
            Weights exact = EXACT.between(from, to);
            double curvature = exact.curvature() - to.alpha();
            return new Weights(exact.h(), exact.state(), exact.output(), exact.slope(), curvature, exact.noise());
        }

        @Override
        public boolean stochastic() {
            return true;
        }
    }

    /**
     * Integrates the predicted noise: DPM-Solver (Lu et al. 2022a, equation 3.4,
     * <a href="https://arxiv.org/abs/2206.00927">arXiv:2206.00927</a>). Cannot end at sigma 0.
     *
     * @param stochastic the reverse SDE instead of the ODE
     */
    record Epsilon(boolean stochastic) implements DpmExponentials {

        @Override
        public float[] output(float[] x, float[] denoised, NoiseLevel level) {
            return PredictedNoise.of(x, denoised, level);
        }

        @Override
        public Weights between(NoiseLevel from, NoiseLevel to) {
            double h = to.lambda() - from.lambda();
            double phi1 = Math.expm1(h);
            double phi2 = phi1 / h - 1;
            double drift = stochastic ? 2 * to.sigma() : to.sigma();
            return new Weights(
                    h,
                    to.alpha() / from.alpha(),
                    -drift * phi1,
                    -drift * phi2,
                    -drift * (phi2 / h - 0.5),
                    stochastic ? to.sigma() * Math.sqrt(Math.expm1(2 * h)) : 0);
        }
    }

    /**
     * Integrates the polynomial through the predicted noise exactly: DEIS in log-rho time (Zhang and Chen 2022, equation
     * 15, <a href="https://arxiv.org/abs/2204.13902">arXiv:2204.13902</a>). Differs from {@link Epsilon} in the weight of
     * the curvature only.
     */
    enum Deis implements DpmExponentials {
        INSTANCE;

        private static final Epsilon EPSILON = new Epsilon(false);

        @Override
        public float[] output(float[] x, float[] denoised, NoiseLevel level) {
            return EPSILON.output(x, denoised, level);
        }

        @Override
        public Weights between(NoiseLevel from, NoiseLevel to) {
            Weights solver = EPSILON.between(from, to);
            return new Weights(solver.h(), solver.state(), solver.output(), solver.slope(), 2 * solver.curvature(), 0);
        }

        @Override
        public boolean stochastic() {
            return false;
        }
    }
}
