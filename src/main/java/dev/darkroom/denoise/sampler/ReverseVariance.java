package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

/** The variance of a DDPM step, between that of the posterior and beta. */
public enum ReverseVariance {

    /** The posterior's, exact for data of one point. */
    SMALL {
        @Override
        float[] add(float[] mean, float[] draw, float[] predicted, double smallest, double beta) {
            return combine(1, mean, Math.sqrt(smallest), draw);
        }
    },

    /** Beta, exact for data of unit variance. */
    LARGE {
        @Override
        float[] add(float[] mean, float[] draw, float[] predicted, double smallest, double beta) {
            return combine(1, mean, Math.sqrt(beta), draw);
        }
    },

    /** What the network says, value by value. */
    LEARNED {
        @Override
        float[] add(float[] mean, float[] draw, float[] predicted, double smallest, double beta) {
            float[] noisy = new float[mean.length];
            for (int i = 0; i < noisy.length; i++) {
                noisy[i] = (float) (mean[i] + Math.sqrt(predicted[mean.length + i]) * draw[i]);
            }
            return noisy;
        }
    },

    /**
     * The network says where between the two, -1 to 1, in the logarithm: Nichol and Dhariwal 2021, equation 15,
     * <a href="https://arxiv.org/abs/2102.09672">arXiv:2102.09672</a>.
     */
    LEARNED_RANGE {
        @Override
        float[] add(float[] mean, float[] draw, float[] predicted, double smallest, double beta) {
            float[] noisy = new float[mean.length];
            for (int i = 0; i < noisy.length; i++) {
                double share = (predicted[mean.length + i] + 1) / 2;
                double log = share * Math.log(beta) + (1 - share) * Math.log(smallest);
                noisy[i] = (float) (mean[i] + Math.exp(log / 2) * draw[i]);
            }
            return noisy;
        }
    };

    /** Whether the network's second output is needed. */
    boolean learned() {
        return this == LEARNED || this == LEARNED_RANGE;
    }

    /** Adds the draw, scaled, to the mean; {@code predicted} holds the network's variance after the clean latent. */
    abstract float[] add(float[] mean, float[] draw, float[] predicted, double smallest, double beta);

    /** The variance of a {@code variance_type} entry. */
    public static ReverseVariance of(String configName) {
        return switch (configName) {
            case "fixed_small", "fixed_small_log" -> SMALL;
            case "fixed_large" -> LARGE;
            case "learned" -> LEARNED;
            case "learned_range" -> LEARNED_RANGE;
            default ->
                throw new IllegalArgumentException("variance_type \"" + configName
                        + "\" cannot be used; use fixed_small, fixed_large, learned or learned_range");
        };
    }
}
