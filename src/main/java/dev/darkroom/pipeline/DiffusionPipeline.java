package dev.darkroom.pipeline;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.image.NonFinitePixelException;
import dev.darkroom.model.ModelFormatException;
import dev.darkroom.model.ModelNotFoundException;
import dev.darkroom.text.PromptTooLargeException;
import dev.darkroom.torch.DeviceOutOfMemoryException;
import dev.darkroom.torch.UnsupportedNetworkException;
import dev.darkroom.worker.LaneClosedException;
import dev.darkroom.worker.LaneInterruptedException;
import dev.darkroom.worker.ModelLease;
import dev.darkroom.worker.ModelTooLargeException;
import dev.darkroom.worker.Workers;

/** Generation with latent diffusion models on this process's devices. */
final class DiffusionPipeline implements ImageGenerator {

    /** Problem type of failures that have none of their own. */
    private static final String FAILED = "generation-failed";

    private final Workers workers;
    private final Passes passes;
    private final Print print;

    DiffusionPipeline(Workers workers, Passes passes, Print print) {
        this.workers = workers;
        this.passes = passes;
        this.print = print;
    }

    @Override
    public Generation generate(GenerationRequest request, GenerationMonitor monitor) {
        try (ModelLease model = workers.lease(request.model())) {
            return new GenerationRun(request, model, monitor)
                    .run(passes.of(request, model), index -> ImageNoise.of(request, index, model::latentShape), print);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GenerationCancelledException();
        } catch (LaneInterruptedException interrupted) {
            throw new GenerationCancelledException();
        } catch (RuntimeException failure) {
            throw explained(failure);
        }
    }

    /** What can go wrong though the request was valid, in words; anything else is a bug and stays what it is. */
    private static RuntimeException explained(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof DeviceOutOfMemoryException) {
            String advice = "The device has too little memory for this picture, even alone; ask for a smaller size.";
            return new GenerationFailedException("device-out-of-memory", advice, false, failure);
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
                || failure instanceof PromptTooLargeException
                || failure instanceof UnsupportedNetworkException) {
            return new GenerationFailedException(FAILED, message, false, failure);
        }
        return failure;
    }
}
