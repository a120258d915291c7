package dev.darkroom.pipeline;

import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.generation.Denoise;
import dev.darkroom.generation.Fill;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Hires;
import dev.darkroom.generation.Inpainting;
import dev.darkroom.generation.Inversion;
import dev.darkroom.generation.Outpainting;
import dev.darkroom.generation.SourceImage;
import dev.darkroom.image.Mask;
import dev.darkroom.model.ModelPurpose;
import dev.darkroom.worker.ModelLease;
import java.util.List;

/** From a request to the passes that its images take. Thread-safe. */
final class Passes {

    private final Plans plans;
    private final Sources sources;
    private final Retouches retouches;

    Passes(Plans plans, Sources sources) {
        this.plans = plans;
        this.sources = sources;
        this.retouches = new Retouches(sources);
    }

    /**
     * What is to be done.
     *
     * @param findings takes what is found out on the way
     * @throws GenerationFailedException if a picture that the request needs is gone
     */
    Work of(GenerationRequest request, ModelLease model, Findings findings) {
        SourceImage source = request.source();
        if (source == null) {
            return Work.of(drawing(request, model)).sized(request.pictureSize());
        }
        Work work = from(source, request, model, findings);
        boolean whole = request.inpainting() == null && request.outpainting() == null;
        Work sized = whole ? work.sized(request.pictureSize()) : work;
        return sized.with(SourceRemarks.of(request, work.passes().get(0).plan(), sources));
    }

    /** Text to image, in one pass or two. */
    private List<Pass> drawing(GenerationRequest request, ModelLease model) {
        LatentShape shape = model.latentShape(request.size());
        Pass first = new Pass(shape, plans.plan(request), whole(model, shape, Start.pureNoise()));
        Hires hires = request.hires();
        if (hires == null) {
            return List.of(first);
        }
        LatentShape large = model.latentShape(hires.size());
        Start grown = new GrownStart(model, hires.upscaler(), shape, large);
        return List.of(first, new Pass(large, plans.plan(request, hires), whole(model, large, grown)));
    }

    private Work from(SourceImage source, GenerationRequest request, ModelLease model, Findings findings) {
        if (request.inpainting() != null) {
            return inpainting(source, request, request.inpainting(), model);
        }
        if (request.outpainting() != null) {
            return outpainting(source, request, request.outpainting(), model);
        }
        LatentShape shape = model.latentShape(request.size());
        float[] picture = sources.pixels(source.reference(), model.pictureSize(shape));
        Denoise denoise = request.denoise();
        if (denoise != null) {
            NoisyPicture noisy = new NoisyPicture(model, shape, picture);
            return Work.of(wholes(model, List.of(noisy.pass(denoise, plans.whole(request), request.seed(), findings))));
        }
        Inversion inversion = request.inversion();
        if (inversion != null) {
            SamplingPlan back = plans.whole(request, inversion.steps());
            return Work.of(wholes(
                    model, InversePasses.of(model, shape, picture, inversion, back, plans.whole(request), findings)));
        }
        Start start = model.purpose() == ModelPurpose.EDITING
                ? new EditingStart(model, shape, picture)
                : whole(model, shape, new PictureStart(model, shape, picture));
        return Work.of(List.of(new Pass(shape, plans.plan(request), start)));
    }

    private Work inpainting(SourceImage source, GenerationRequest request, Inpainting inpainting, ModelLease model) {
        LatentShape shape = model.latentShape(request.size());
        Retouch retouch = retouches.inpainting(source, inpainting, model.pictureSize(shape));
        Mask seen = retouch.seenMask().hardened();
        float[] mask = inpainting.maskBlur() == 0 ? LatentMask.corners(seen, shape) : LatentMask.touched(seen, shape);
        boolean blank = source.strength() == 1;
        Start start = new RetouchStart(model, shape, retouch, mask, inpainting.fill(), blank);
        return new Work(List.of(new Pass(shape, plans.plan(request), start)), retouch::finished, List.of());
    }

    private Work outpainting(SourceImage source, GenerationRequest request, Outpainting outpainting, ModelLease model) {
        LatentShape shape = model.latentShape(request.size());
        Retouch retouch = retouches.outpainting(source, outpainting, model.pictureSize(shape));
        float[] mask = LatentMask.mean(retouch.seenMask(), shape);
        Start start = new RetouchStart(model, shape, retouch, mask, Fill.ORIGINAL, false);
        return new Work(List.of(new Pass(shape, plans.plan(request), start)), retouch::finished, List.of());
    }

    private static List<Pass> wholes(ModelLease model, List<Pass> passes) {
        return passes.stream()
                .map(pass -> pass.with(whole(model, pass.shape(), pass.start())))
                .toList();
    }

    /** An inpainting model is always shown a mask. */
    private static Start whole(ModelLease model, LatentShape shape, Start start) {
        return model.purpose() == ModelPurpose.INPAINTING ? new WholeMaskStart(model, shape, start) : start;
    }
}
