package dev.darkroom.denoise.guidance;

import dev.darkroom.denoise.LinearCombination;
import dev.darkroom.denoise.NoiseLevel;
import java.util.List;

/**
 * Classifier-free guidance: Ho and Salimans 2022, equation 6,
 * <a href="https://arxiv.org/abs/2207.12598">arXiv:2207.12598</a>, with the rescaling of Lin et al. 2023, section 3.4,
 * <a href="https://arxiv.org/abs/2305.08891">arXiv:2305.08891</a>. At a scale of 1 or less only the conditional row is
 * evaluated.
 *
 * @param conditional the prompt
 * @param unconditional the negative prompt
 * @param scale how far to go from the unconditional to the conditional output and beyond
 * @param rescale share, 0 to 1, of the result that is brought back to the conditional output's standard deviation
 * @param <C> what a row is conditioned on
 */
public record ClassifierFreeGuidance<C>(C conditional, C unconditional, double scale, double rescale)
        implements Guidance<C> {

    @Override
    public List<C> conditions(NoiseLevel level) {
        return scale > 1 ? List.of(unconditional, conditional) : List.of(conditional);
    }

    /** Both, whatever the scale: below 1 the output lies between them. */
    @Override
    public List<C> conditionsWithUnguided(NoiseLevel level) {
        return List.of(unconditional, conditional);
    }

    @Override
    public float[] combine(List<float[]> outputs) {
        if (outputs.size() == 1) {
            return outputs.get(0);
        }
        float[] guided = LinearCombination.combine(1 - scale, outputs.get(0), scale, outputs.get(1));
        if (rescale == 0) {
            return guided;
        }
        double restored = standardDeviation(outputs.get(1)) / standardDeviation(guided);
        return LinearCombination.combine(rescale * restored + 1 - rescale, guided);
    }

    /** Over all values of the image, with n - 1. */
    private static double standardDeviation(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
