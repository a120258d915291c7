package dev.darkroom.denoise.guidance;

import dev.darkroom.denoise.NoiseLevel;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a network was trained to predict. */
public enum PredictionType implements Preconditioning {

    /** The noise: Ho et al. 2020, equation 14, <a href="https://arxiv.org/abs/2006.11239">arXiv:2006.11239</a>. */
    EPSILON("epsilon") {
        @Override
        public Factors at(NoiseLevel level) {
            return new Factors(1 / norm(level), 1 / level.alpha(), -level.sigma() / level.alpha());
        }
    },

    /**
     * The velocity {@code alpha * noise - sigma * x0}: Salimans and Ho 2022, appendix D,
     * <a href="https://arxiv.org/abs/2202.00512">arXiv:2202.00512</a>.
     */
    V("v_prediction") {
        @Override
        public Factors at(NoiseLevel level) {
            double norm = norm(level);
            return new Factors(1 / norm, level.alpha() / (norm * norm), -level.sigma() / norm);
        }
    },

    /** The clean latent itself. */
    SAMPLE("sample") {
        @Override
        public Factors at(NoiseLevel level) {
            return new Factors(1 / norm(level), 0, 1);
        }
    },

    /** The velocity {@code noise - x0} of a straight path: Liu et al. 2022, <a href="https://arxiv.org/abs/2209.03003">arXiv:2209.03003</a>. */
    FLOW("flow_prediction") {
        @Override
        public Factors at(NoiseLevel level) {
            double sum = level.alpha() + level.sigma();
            return new Factors(1 / sum, 1 / sum, -level.sigma() / sum);
        }
    },

    /** The velocity {@code x0 - noise}: flow models whose time runs from noise to data. */
    DATA_FLOW("data_flow_prediction") {
        @Override
        public Factors at(NoiseLevel level) {
            double sum = level.alpha() + level.sigma();
            return new Factors(1 / sum, 1 / sum, level.sigma() / sum);
        }
    };

    private final String configName;

    PredictionType(String configName) {
        this.configName = configName;
    }

    /** The type of a {@code prediction_type} entry in a {@code scheduler_config.json}. */
    public static PredictionType of(String configName) {
        for (PredictionType type : values()) {
            if (type.configName.equals(configName)) {
                return type;
            }
        }
        throw new IllegalArgumentException("prediction_type \"" + configName + "\" is not known; known are "
                + Arrays.stream(values()).map(type -> type.configName).collect(Collectors.joining(", ")));
    }

    /** Such networks were trained on latents of unit variance: {@code alpha^2 + sigma^2 = 1}. */
    private static double norm(NoiseLevel level) {
        return Math.hypot(level.alpha(), level.sigma());
    }
}
