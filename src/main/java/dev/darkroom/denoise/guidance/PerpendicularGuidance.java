package dev.darkroom.denoise.guidance;

import dev.darkroom.denoise.LinearCombination;
import dev.darkroom.denoise.NoiseLevel;
import java.util.List;

/**
 * Perp-Neg: only the part of the negative prompt that the prompt does not contain is pushed away. Armandpour et al. 2023,
 * equation 7, <a href="https://arxiv.org/abs/2304.04968">arXiv:2304.04968</a>.
 *
 * @param conditional the prompt
 * @param unconditional the empty prompt
 * @param negative what should not be seen
 * @param scale how far to go
 * @param negativeScale how strongly to push away
 * @param <C> what a row is conditioned on
 */
public record PerpendicularGuidance<C>(C conditional, C unconditional, C negative, double scale, double negativeScale)
        implements Guidance<C> {

    @Override
    public List<C> conditions(NoiseLevel level) {
        return List.of(unconditional, conditional, negative);
    }

    @Override
    public float[] combine(List<float[]> outputs) {
        float[] base = outputs.get(0);
        float[] positive = LinearCombination.combine(1, outputs.get(1), -1, base);
        float[] away = LinearCombination.combine(1, outputs.get(2), -1, base);
        double along = Projection.share(away, positive);
        double pushed = scale * negativeScale;
        return LinearCombination.combine(1, base, scale + pushed * along, positive, -pushed, away);
    }
}
