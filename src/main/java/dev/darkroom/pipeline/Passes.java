package dev.darkroom.pipeline;

import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Hires;
import dev.darkroom.worker.ModelLease;
import java.util.List;

/** From a request to the passes that its images take. Thread-safe. */
final class Passes {

    private final Plans plans;
    private final Sources sources;

    Passes(Plans plans, Sources sources) {
        this.plans = plans;
        this.sources = sources;
    }

    /**
     * The passes, in order.
     *
     * @throws GenerationFailedException if a picture that the request needs is gone
     */
    List<Pass> of(GenerationRequest request, ModelLease model) {
        LatentShape shape = model.latentShape(request.size());
        float[] picture = sources.pixels(request);
        Start start = picture == null ? Start.pureNoise() : new PictureStart(model, shape, picture);
        Pass first = new Pass(shape, plans.plan(request), start);
        Hires hires = request.hires();
        if (hires == null) {
            return List.of(first);
        }
        LatentShape large = model.latentShape(hires.size());
        Start grown = new GrownStart(model, hires.upscaler(), shape, large);
        return List.of(first, new Pass(large, plans.plan(request, hires), grown));
    }
}
