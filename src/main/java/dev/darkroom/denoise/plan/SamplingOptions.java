package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.schedule.Steps;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants of a run; null is the model's own.
 *
 * @param sampler any known spelling
 * @param schedule any known spelling
 * @param steps how many steps, or which
 * @param eta stochasticity, for samplers that have the parameter
 * @param sigmaMin smallest sigma above the final one
 * @param sigmaMax largest sigma
 */
public record SamplingOptions(
        @Nullable String sampler,
        @Nullable String schedule,
        Steps steps,
        @Nullable Double eta,
        @Nullable Double sigmaMin,
        @Nullable Double sigmaMax) {

    /** The model's own sampler and schedule. */
    public static SamplingOptions of(Steps steps) {
        return new SamplingOptions(null, null, steps, null, null, null);
    }
}
