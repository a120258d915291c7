package dev.darkroom.pipeline;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.noise.CudaGenerator;
import dev.darkroom.denoise.noise.NormalGenerator;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.NoiseSource;
import dev.darkroom.image.NonFinitePixelException;
import dev.darkroom.model.ModelFormatException;
import dev.darkroom.model.ModelNotFoundException;
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
    private final Plans plans;
    private final Sources sources;
    private final Print print;

    DiffusionPipeline(Workers workers, Plans plans, Sources sources, Print print) {
        this.workers = workers;
        this.plans = plans;
        this.sources = sources;
        this.print = print;
    }

    @Override
    public Generation generate(GenerationRequest request, GenerationMonitor monitor) {
        try (ModelLease model = workers.lease(request.model())) {
            return new GenerationRun(request, model, monitor)
                    .run(plans.plan(request), sources.pixels(request), seed -> noise(request, model, seed), print);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GenerationCancelledException();
        } catch (LaneInterruptedException interrupted) {
            throw new GenerationCancelledException();
        } catch (RuntimeException failure) {
            throw explained(failure);
        }
    }

    private static Noise noise(GenerationRequest request, ModelLease model, long seed) {
        NoiseSource source = request.sampling().noise();
        NormalGenerator generator = source == NoiseSource.CPU ? new CpuGenerator(seed) : new CudaGenerator(seed);
        return generator.noise(model.latentShape(request.size()).size());
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
                || failure instanceof UnsupportedNetworkException) {
            return new GenerationFailedException(FAILED, message, false, failure);
        }
        return failure;
    }
}
