package dev.darkroom.pipeline;

import dev.darkroom.generation.GenerationRequest;

/** Makes pictures from a complete request. */
public interface ImageGenerator {

    /**
     * Runs the whole request on the calling thread, which sleeps while a lane computes. Thread-safe: many requests run
     * at once and share the lanes' batches.
     *
     * @throws GenerationCancelledException when the monitor asked for it; at most one network evaluation late
     * @throws GenerationFailedException when it cannot be made; says whether another try can help
     */
    Generation generate(GenerationRequest request, GenerationMonitor monitor);
}
