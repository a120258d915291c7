package dev.darkroom.pipeline;

import java.util.List;

/**
 * The likelihood of a picture's latent.
 *
 * @param bitsPerDimension negative log-likelihood of one of the latent's values
 * @param standardError of that over the probes; not a number for one probe
 * @param nats log-likelihood of the whole latent
 * @param dimensions values of the latent
 * @param evaluations of the network
 * @param warnings what to know of the numbers, in sentences
 */
public record LikelihoodEstimate(
        double bitsPerDimension,
        double standardError,
        double nats,
        int dimensions,
        int evaluations,
        List<String> warnings) {

    public LikelihoodEstimate {
        warnings = List.copyOf(warnings);
    }
}
