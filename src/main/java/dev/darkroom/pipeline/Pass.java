package dev.darkroom.pipeline;

import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.plan.SamplingPlan;
import org.jspecify.annotations.Nullable;

/**
 * One reverse process of an image. Most pictures take one pass; where a picture takes several, each starts from the
 * latent that the one before has left. A value that all images of a request share.
 *
 * @param shape of the latent
 * @param plan sampler and schedule
 * @param start the latent to begin with
 * @param telling what it is told; null for what the request says
 */
record Pass(
        LatentShape shape,
        SamplingPlan plan,
        Start start,
        @Nullable Telling telling) {

    /** A pass that is told what the request says. */
    Pass(LatentShape shape, SamplingPlan plan, Start start) {
        this(shape, plan, start, null);
    }

    /** The same pass from another start. */
    Pass with(Start other) {
        return new Pass(shape, plan, other, telling);
    }
}
