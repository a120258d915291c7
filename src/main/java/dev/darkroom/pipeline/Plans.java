package dev.darkroom.pipeline;

import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GuidanceOptions;
import dev.darkroom.generation.GuidanceOptions.DynamicThresholding;
import dev.darkroom.generation.Hires;
import dev.darkroom.generation.Resample;
import dev.darkroom.generation.Sampling;
import dev.darkroom.generation.SourceImage;
import dev.darkroom.model.ModelCatalog;
import dev.darkroom.model.ModelDescriptor;
import java.util.Objects;

/** From a request's sampling values and its model's scheduler to a plan. Thread-safe. */
final class Plans {

    private final ModelCatalog catalog;

    Plans(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /** @throws IllegalArgumentException if the values do not fit together; says what to do */
    SamplingPlan plan(GenerationRequest request) {
        SamplingPlan plan = whole(request);
        SourceImage source = request.source();
        boolean givenBack = request.denoise() != null || request.inversion() != null;
        SamplingPlan part = source == null || givenBack
                ? plan
                : plan.strength(source.strength(), request.sampling().steps());
        Resample resample = request.resample();
        return resample == null ? part : part.resampled(resample.jumpLength(), resample.jumps());
    }

    /** The plan of a whole run, from the noisiest level on. */
    SamplingPlan whole(GenerationRequest request) {
        Sampling sampling = request.sampling();
        return plan(request, new Steps(sampling.steps(), sampling.timesteps(), sampling.sigmas(), null));
    }

    /** The plan of a whole run of another number of steps. */
    SamplingPlan whole(GenerationRequest request, int steps) {
        return steps == request.sampling().steps() ? whole(request) : plan(request, Steps.of(steps));
    }

    /** The plan of a second pass. */
    SamplingPlan plan(GenerationRequest request, Hires hires) {
        return plan(request, Steps.of(hires.steps())).strength(hires.strength(), hires.steps());
    }

    private SamplingPlan plan(GenerationRequest request, Steps steps) {
        Sampling sampling = request.sampling();
        SamplingPlan plan = SamplingPlanner.plan(
                scheduler(catalog.get(request.model())),
                new SamplingOptions(
                        sampling.sampler(),
                        sampling.schedule(),
                        steps,
                        sampling.eta(),
                        sampling.sigmaMin(),
                        sampling.sigmaMax(),
                        SamplerOptionsCheck.said(sampling.options())));
        GuidanceOptions guidance = request.guidance();
        DynamicThresholding held = guidance == null ? null : guidance.dynamicThresholding();
        return held == null ? plan : plan.with(thresholding(held));
    }

    private static Thresholding thresholding(DynamicThresholding held) {
        return Thresholding.within(
                Objects.requireNonNullElse(held.ratio(), 1.0), Objects.requireNonNullElse(held.range(), 1.0));
    }

    /**
     * Some scheduler classes clip to the range of pixels unless told otherwise, and a model that was saved with another
     * class does not tell. Latents have no such range.
     */
    private static SchedulerConfig scheduler(ModelDescriptor model) {
        SchedulerConfig config = SchedulerConfig.of(model.scheduler());
        return config.has("clip_sample") || model.space().bounded() ? config : config.with("clip_sample", false);
    }
}
