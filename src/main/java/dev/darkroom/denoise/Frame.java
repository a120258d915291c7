package dev.darkroom.denoise;

/** The scale on which a latent is kept during a loop, that is how alpha follows from sigma. */
public enum Frame {

    /** {@code x = x0 + sigma * noise}: k-diffusion, score models, EDM. */
    VARIANCE_EXPLODING {
        @Override
        public NoiseLevel level(double timestep, double sigma) {
            return new NoiseLevel(timestep, 1, sigma);
        }
    },

    /** {@code x = (x0 + sigma * noise) / sqrt(1 + sigma^2)}: DDPM and its solvers. */
    VARIANCE_PRESERVING {
        @Override
        public NoiseLevel level(double timestep, double sigma) {
            double alpha = 1 / Math.sqrt(1 + sigma * sigma);
            return new NoiseLevel(timestep, alpha, sigma * alpha);
        }
    },

    /** {@code x = (1 - sigma) * x0 + sigma * noise}: rectified flow, sigma from 0 to 1. */
    FLOW {
        @Override
        public NoiseLevel level(double timestep, double sigma) {
            return new NoiseLevel(timestep, 1 - sigma, sigma);
        }
    };

    /** The level of a timestep; {@code sigma} as schedules list it: noise to signal, in flow the share of noise. */
    public abstract NoiseLevel level(double timestep, double sigma);

    /** The frame that a noisy level lies in. */
    static Frame of(NoiseLevel level) {
        if (level.alpha() == 1) {
            return VARIANCE_EXPLODING;
        }
        return Math.abs(level.alpha() + level.sigma() - 1) < 1e-9 ? FLOW : VARIANCE_PRESERVING;
    }
}
