package dev.darkroom.generation;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How the reverse process runs.
 *
 * @param sampler canonical name of a sampler
 * @param schedule canonical name of a sigma schedule
 * @param steps number of denoising steps, at least 1
 * @param guidanceScale classifier-free guidance scale (Ho and Salimans 2022); 1 switches guidance off
 * @param guidanceRescale 0 to 1, rescaling of the guided prediction (Lin et al. 2023, section 3.4)
 * @param eta stochasticity where a sampler has the parameter; null is the sampler's own default
 * @param sigmaMin smallest non-zero sigma; null is the model's
 * @param sigmaMax largest sigma; null is the model's
 * @param noise which generator draws
 */
@RecordBuilder
public record Sampling(
        String sampler,
        String schedule,
        int steps,
        double guidanceScale,
        double guidanceRescale,
        @Nullable Double eta,
        @Nullable Double sigmaMin,
        @Nullable Double sigmaMax,
        NoiseSource noise) {}
