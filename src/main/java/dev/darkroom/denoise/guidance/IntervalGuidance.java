package dev.darkroom.denoise.guidance;

import dev.darkroom.denoise.NoiseLevel;
import java.util.List;

/**
 * Guidance at middle noise levels only, elsewhere one row: Kynkäänniemi et al. 2024,
 * <a href="https://arxiv.org/abs/2404.07724">arXiv:2404.07724</a>.
 *
 * @param conditional the prompt
 * @param guidance of two or more rows, used within the interval
 * @param low noise-to-signal ratio above which it is used
 * @param high largest ratio at which it is used
 * @param <C> what a row is conditioned on
 */
public record IntervalGuidance<C>(C conditional, Guidance<C> guidance, double low, double high) implements Guidance<C> {

    @Override
    public List<C> conditions(NoiseLevel level) {
        return within(level) ? guidance.conditions(level) : List.of(conditional);
    }

    @Override
    public List<C> conditionsWithUnguided(NoiseLevel level) {
        return within(level) ? guidance.conditionsWithUnguided(level) : List.of(conditional);
    }

    @Override
    public float[] unguided(List<float[]> outputs) {
        return outputs.size() == 1 ? outputs.get(0) : guidance.unguided(outputs);
    }

    @Override
    public float[] combine(List<float[]> outputs) {
        return outputs.size() == 1 ? outputs.get(0) : guidance.combine(outputs);
    }

    private boolean within(NoiseLevel level) {
        double sigma = level.sigma() / level.alpha();
        return low < sigma && sigma <= high;
    }
}
