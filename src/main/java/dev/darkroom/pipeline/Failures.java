package dev.darkroom.pipeline;

import dev.darkroom.image.NonFinitePixelException;
import dev.darkroom.model.ModelFormatException;
import dev.darkroom.model.ModelNotFoundException;
import dev.darkroom.text.PromptTooLargeException;
import dev.darkroom.torch.DeviceOutOfMemoryException;
import dev.darkroom.torch.UnsupportedNetworkException;
import dev.darkroom.worker.LaneClosedException;
import dev.darkroom.worker.ModelTooLargeException;

/** What can go wrong on a device though the request was valid. */
final class Failures {

    /** Problem type of failures that have none of their own. */
    private static final String FAILED = "generation-failed";

    private Failures() {}

    /** The failure in words; anything else is a bug and stays what it is. */
    static RuntimeException explained(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof DeviceOutOfMemoryException) {
            String advice = "The device has too little memory for this picture, even alone; ask for a smaller size.";
            return new GenerationFailedException("device-out-of-memory", advice, false, failure);
        }
        if (failure instanceof PromptTooLargeException) {
            return new GenerationFailedException("prompt-too-large", message, false, failure);
        }
        if (failure instanceof LaneClosedException) {
            return new GenerationFailedException("shutting-down", message, true, failure);
        }
        if (failure instanceof NonFinitePixelException) {
            String advice = "The network's numbers went out of range (" + message
                    + "). Try another sampler or more steps; the operator can set darkroom.precision=fp32.";
            return new GenerationFailedException(FAILED, advice, false, failure);
        }
        if (failure instanceof ModelTooLargeException
                || failure instanceof ModelFormatException
                || failure instanceof ModelNotFoundException
                || failure instanceof UnsupportedNetworkException) {
            return new GenerationFailedException(FAILED, message, false, failure);
        }
        return failure;
    }
}
