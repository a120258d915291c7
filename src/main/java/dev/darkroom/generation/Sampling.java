package dev.darkroom.generation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the reverse process runs.
 *
 * @param sampler canonical name of a sampler
 * @param schedule canonical name of a sigma schedule
 * @param steps number of denoising steps, at least 1
 * @param guidanceScale classifier-free guidance scale (Ho and Salimans 2022); 1 switches guidance off
 * @param guidanceRescale 0 to 1, rescaling of the guided prediction (Lin et al. 2023, section 3.4)
 * @param imageGuidanceScale how closely an editing model keeps to its picture; null for other models
 * @param eta stochasticity where a sampler has the parameter; null is the sampler's own default
 * @param sigmaMin smallest non-zero sigma; null is the model's
 * @param sigmaMax largest sigma; null is the model's
 * @param sigmas levels to walk instead of the schedule's, with the final one; empty for the schedule's
 * @param timesteps timesteps to walk instead of the schedule's; empty for the schedule's
 * @param noise which generator draws
 * @param brownian draw a step's noise from one Brownian motion over the levels
 * @param options what single samplers take
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record Sampling(
        String sampler,
        String schedule,
        int steps,
        double guidanceScale,
        double guidanceRescale,
        @Nullable Double imageGuidanceScale,
        @Nullable Double eta,
        @Nullable Double sigmaMin,
        @Nullable Double sigmaMax,
        List<Double> sigmas,
        List<Double> timesteps,
        NoiseSource noise,
        boolean brownian,
        SamplerOptions options) {

    /** Requests that were stored before there were lists and options have none. */
    public Sampling {
        options = options == null ? SamplerOptions.NONE : options;
        sigmas = sigmas == null ? List.of() : List.copyOf(sigmas);
        timesteps = timesteps == null ? List.of() : List.copyOf(timesteps);
    }
}
