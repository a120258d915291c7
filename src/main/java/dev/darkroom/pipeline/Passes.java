package dev.darkroom.pipeline;

import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.generation.Denoise;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Hires;
import dev.darkroom.generation.Inversion;
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
     * @param findings takes what is found out on the way
     * @throws GenerationFailedException if a picture that the request needs is gone
     */
    List<Pass> of(GenerationRequest request, ModelLease model, Findings findings) {
        LatentShape shape = model.latentShape(request.size());
        float[] picture = sources.pixels(request);
        Denoise denoise = request.denoise();
        if (picture != null && denoise != null) {
            NoisyPicture noisy = new NoisyPicture(model, shape, picture);
            return List.of(noisy.pass(denoise, plans.whole(request), request.seed(), findings));
        }
        Inversion inversion = request.inversion();
        if (picture != null && inversion != null) {
            SamplingPlan back = plans.whole(request, inversion.steps());
            return InversePasses.of(model, shape, picture, inversion, back, plans.whole(request), findings);
        }
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
