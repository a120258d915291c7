package dev.darkroom.pipeline;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.noise.CudaGenerator;
import dev.darkroom.denoise.noise.NormalGenerator;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.NoiseSource;
import dev.darkroom.torch.DeviceOutOfMemoryException;
import dev.darkroom.worker.LaneClosedException;
import dev.darkroom.worker.LaneInterruptedException;
import dev.darkroom.worker.ModelLease;
import dev.darkroom.worker.ModelTooLargeException;
import dev.darkroom.worker.Workers;

/** Generation with latent diffusion models on this process's devices. */
final class DiffusionPipeline implements ImageGenerator {

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

    private static RuntimeException explained(RuntimeException failure) {
        if (failure instanceof DeviceOutOfMemoryException) {
            return new GenerationFailedException(
                    "device-out-of-memory",
                    "The device has too little memory for this picture, even alone; ask for a smaller size.",
                    false,
                    failure);
        }
        if (failure instanceof ModelTooLargeException) {
            return new GenerationFailedException(
                    "model-too-large", String.valueOf(failure.getMessage()), false, failure);
        }
        if (failure instanceof LaneClosedException) {
            return new GenerationFailedException(
                    "service-stopping", String.valueOf(failure.getMessage()), true, failure);
        }
        return failure;
    }
}
