package dev.darkroom.pipeline;

import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Hires;
import dev.darkroom.generation.Sampling;
import dev.darkroom.generation.SourceImage;
import dev.darkroom.model.ModelCatalog;

/** From a request's sampling values and its model's scheduler to a plan. Thread-safe. */
final class Plans {

    private final ModelCatalog catalog;

    Plans(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /** @throws IllegalArgumentException if the values do not fit together; says what to do */
    SamplingPlan plan(GenerationRequest request) {
        int steps = request.sampling().steps();
        Sampling sampling = request.sampling();
        SamplingPlan plan = plan(request, new Steps(steps, sampling.timesteps(), sampling.sigmas(), null));
        SourceImage source = request.source();
        return source == null ? plan : plan.strength(source.strength(), steps);
    }

    /** The plan of a second pass. */
    SamplingPlan plan(GenerationRequest request, Hires hires) {
        return plan(request, Steps.of(hires.steps())).strength(hires.strength(), hires.steps());
    }

    private SamplingPlan plan(GenerationRequest request, Steps steps) {
        Sampling sampling = request.sampling();
        return SamplingPlanner.plan(
                SchedulerConfig.of(catalog.get(request.model()).scheduler()),
                new SamplingOptions(
                        sampling.sampler(),
                        sampling.schedule(),
                        steps,
                        sampling.eta(),
                        sampling.sigmaMin(),
                        sampling.sigmaMax()));
    }
}
