package dev.darkroom.denoise.schedule;

import java.util.function.DoubleUnaryOperator;

/** How the variance of the forward process grows over the training timesteps. */
public enum BetaSchedule {

    /** Linear in beta: Ho et al. 2020, section 4, <a href="https://arxiv.org/abs/2006.11239">arXiv:2006.11239</a>. */
    LINEAR("linear") {
        @Override
        public double[] betas(int count, double start, double end) {
            return spaced(count, start, end, beta -> beta);
        }
    },

    /** Linear in the root of beta: latent diffusion. LDM and ComfyUI call this one "linear". */
    SCALED_LINEAR("scaled_linear") {
        @Override
        public double[] betas(int count, double start, double end) {
            return spaced(count, Math.sqrt(start), Math.sqrt(end), root -> root * root);
        }
    },

    /** Cosine: Nichol and Dhariwal 2021, equation 17, <a href="https://arxiv.org/abs/2102.09672">arXiv:2102.09672</a>. */
    COSINE("squaredcos_cap_v2") {
        @Override
        public double[] betas(int count, double start, double end) {
            return fromAlphaBar(count, t -> Math.pow(Math.cos((t + 0.008) / 1.008 * Math.PI / 2), 2));
        }
    },

    /** Sigmoid of a line from -6 to 6, as GeoDiff uses it. */
    SIGMOID("sigmoid") {
        @Override
        public double[] betas(int count, double start, double end) {
            return spaced(count, -6, 6, x -> start + (end - start) / (1 + Math.exp(-x)));
        }
    },

    /** Log-SNR distributed as Laplace: Hang et al. 2024, <a href="https://arxiv.org/abs/2407.03297">arXiv:2407.03297</a>. */
    LAPLACE("laplace") {
        @Override
        public double[] betas(int count, double start, double end) {
            return fromAlphaBar(count, t -> {
                double lambda = -0.5 * Math.copySign(1, 0.5 - t) * Math.log(1 - 2 * Math.abs(0.5 - t) + 1e-6);
                return Math.sqrt(1 / (1 + Math.exp(-lambda)));
            });
        }
    },

    /** Exponential decay of alpha-bar. */
    EXPONENTIAL("exp") {
        @Override
        public double[] betas(int count, double start, double end) {
            return fromAlphaBar(count, t -> Math.exp(-12 * t));
        }
    };

    private static final double LARGEST_BETA = 0.999;

    private final String configName;

    BetaSchedule(String configName) {
        this.configName = configName;
    }

    /** The schedule of a {@code beta_schedule} entry. */
    public static BetaSchedule of(String configName) {
        for (BetaSchedule schedule : values()) {
            if (schedule.configName.equals(configName)) {
                return schedule;
            }
        }
        throw new IllegalArgumentException("beta_schedule \"" + configName
                + "\" is not known; known are linear, scaled_linear, squaredcos_cap_v2, sigmoid, laplace and exp");
    }

    /** The variances beta_1 … beta_T; schedules given by alpha-bar ignore {@code start} and {@code end}. */
    public abstract double[] betas(int count, double start, double end);

    private static double[] spaced(int count, double start, double end, DoubleUnaryOperator beta) {
        double[] betas = Grid.linear(start, end, count);
        for (int i = 0; i < count; i++) {
            betas[i] = beta.applyAsDouble(betas[i]);
        }
        return betas;
    }

    private static double[] fromAlphaBar(int count, DoubleUnaryOperator alphaBar) {
        double[] betas = new double[count];
        for (int i = 0; i < count; i++) {
            double now = alphaBar.applyAsDouble((double) i / count);
            double next = alphaBar.applyAsDouble((double) (i + 1) / count);
            betas[i] = Math.min(1 - next / now, LARGEST_BETA);
        }
        return betas;
    }
}
