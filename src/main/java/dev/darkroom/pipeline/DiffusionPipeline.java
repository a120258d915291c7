package dev.darkroom.pipeline;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Tiling;
import dev.darkroom.worker.LaneInterruptedException;
import dev.darkroom.worker.ModelLease;
import dev.darkroom.worker.Workers;

/** Generation with latent diffusion models on this process's devices. */
final class DiffusionPipeline implements ImageGenerator {

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
        try (ModelLease lease = workers.lease(request.model())) {
            Tiling tiling = request.tiling();
            ModelLease model = tiling == null ? lease : lease.tiling(tiling);
            Findings findings = new Findings();
            return new GenerationRun(request, model, monitor, findings)
                    .run(
                            passes.of(request, model, findings),
                            index -> ImageNoise.of(request, index, model::latentShape),
                            print);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GenerationCancelledException();
        } catch (LaneInterruptedException interrupted) {
            throw new GenerationCancelledException();
        } catch (RuntimeException failure) {
            throw Failures.explained(failure);
        }
    }
}
