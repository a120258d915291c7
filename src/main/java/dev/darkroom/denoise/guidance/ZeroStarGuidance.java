package dev.darkroom.denoise.guidance;

import dev.darkroom.denoise.LinearCombination;
import dev.darkroom.denoise.NoiseLevel;
import java.util.List;

/**
 * CFG-Zero*: the unconditional output is scaled to fit the conditional one before guidance. Fan et al. 2025, equation 9,
 * <a href="https://arxiv.org/abs/2503.18886">arXiv:2503.18886</a>; for flow models.
 *
 * @param conditional the prompt
 * @param unconditional the negative prompt
 * @param scale how far to go
 * @param <C> what a row is conditioned on
 */
public record ZeroStarGuidance<C>(C conditional, C unconditional, double scale) implements Guidance<C> {

    @Override
    public List<C> conditions(NoiseLevel level) {
        return List.of(unconditional, conditional);
    }

    @Override
    public float[] combine(List<float[]> outputs) {
        float[] base = outputs.get(0);
        double fit = Projection.dot(outputs.get(1), base) / (Projection.dot(base, base) + 1e-8);
        return LinearCombination.combine(fit * (1 - scale), base, scale, outputs.get(1));
    }
}
