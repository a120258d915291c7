package dev.darkroom.generation;

import org.jspecify.annotations.Nullable;

/**
 * A complete request of a likelihood: the same request gives the same number.
 *
 * @param model id of a model
 * @param reference {@code sha256:<hex>} of the stored picture
 * @param prompt that the model is conditioned on, may be empty
 * @param label that the model is conditioned on; null for none
 * @param probes at least one
 * @param tolerance of the solver
 * @param seed of the probes
 * @param size that the picture is brought to
 */
public record LikelihoodRequest(
        String model,
        String reference,
        String prompt,
        @Nullable String label,
        int probes,
        double tolerance,
        long seed,
        Size size) {}
