package dev.darkroom.denoise.guidance;

import dev.darkroom.denoise.NoiseLevel;
import java.util.List;

/**
 * Which conditions a network is evaluated with, and how the raw outputs become one.
 *
 * @param <C> what a row is conditioned on
 */
public interface Guidance<C> {

    /** The conditions to evaluate at this level, one or more. */
    List<C> conditions(NoiseLevel level);

    /** One output from those of {@link #conditions}, in their order. */
    float[] combine(List<float[]> outputs);

    /** The conditions to evaluate where the unguided output is wanted besides the guided one. */
    default List<C> conditionsWithUnguided(NoiseLevel level) {
        return conditions(level);
    }

    /** The output without the prompt, among those of {@link #conditionsWithUnguided}. */
    default float[] unguided(List<float[]> outputs) {
        return outputs.get(0);
    }

    /** No guidance: one condition, one row. */
    static <C> Guidance<C> none(C condition) {
        return new ClassifierFreeGuidance<>(condition, condition, 1, 0);
    }
}
