package dev.darkroom.pipeline;

import dev.darkroom.generation.LikelihoodRequest;
import java.util.function.BooleanSupplier;

/** How probable pictures are under a model. Thread-safe. */
public interface LikelihoodEstimator {

    /**
     * The likelihood of a picture's latent. Runs on the calling thread, which sleeps while a lane computes.
     *
     * @param cancelled asked before every network evaluation
     * @throws GenerationCancelledException if it was cancelled
     * @throws GenerationFailedException if it cannot be done, or not in time; says why
     */
    LikelihoodEstimate estimate(LikelihoodRequest request, BooleanSupplier cancelled);
}
