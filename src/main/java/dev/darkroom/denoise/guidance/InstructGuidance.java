package dev.darkroom.denoise.guidance;

import dev.darkroom.denoise.LinearCombination;
import dev.darkroom.denoise.NoiseLevel;
import java.util.List;

/**
 * Guidance by a picture and an instruction: Brooks et al. 2023 (InstructPix2Pix), equation 3,
 * <a href="https://arxiv.org/abs/2211.09800">arXiv:2211.09800</a>.
 *
 * @param instruction picture and text
 * @param picture picture without text
 * @param nothing neither
 * @param textScale how far to go along the text
 * @param imageScale how far to go along the picture
 * @param <C> what a row is conditioned on
 */
public record InstructGuidance<C>(C instruction, C picture, C nothing, double textScale, double imageScale)
        implements Guidance<C> {

    @Override
    public List<C> conditions(NoiseLevel level) {
        return List.of(instruction, picture, nothing);
    }

    @Override
    public float[] unguided(List<float[]> outputs) {
        return outputs.get(2);
    }

    @Override
    public float[] combine(List<float[]> outputs) {
        return LinearCombination.combine(
                textScale, outputs.get(0), imageScale - textScale, outputs.get(1), 1 - imageScale, outputs.get(2));
    }
}
