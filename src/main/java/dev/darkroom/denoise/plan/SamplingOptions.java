package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.schedule.Steps;
import java.util.Map;
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
 * @param own what only some samplers take; numbers and words
 */
public record SamplingOptions(
        @Nullable String sampler,
        @Nullable String schedule,
        Steps steps,
        @Nullable Double eta,
        @Nullable Double sigmaMin,
        @Nullable Double sigmaMax,
        Map<SamplerOption, Object> own) {

    public SamplingOptions {
        own = Map.copyOf(own);
    }

    /** Without what only some samplers take. */
    public SamplingOptions(
            @Nullable String sampler,
            @Nullable String schedule,
            Steps steps,
            @Nullable Double eta,
            @Nullable Double sigmaMin,
            @Nullable Double sigmaMax) {
        this(sampler, schedule, steps, eta, sigmaMin, sigmaMax, Map.of());
    }

    /** The model's own sampler and schedule. */
    public static SamplingOptions of(Steps steps) {
        return new SamplingOptions(null, null, steps, null, null, null);
    }
}
