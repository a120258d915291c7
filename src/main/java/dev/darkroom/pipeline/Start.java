package dev.darkroom.pipeline;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.plan.SamplingPlan;
import org.jspecify.annotations.Nullable;

/** Where a reverse process begins. Thread-safe: the images of a request share it. */
interface Start {

    /**
     * The first latent of one image.
     *
     * @param plan of the pass
     * @param noise of the image
     * @param before what the pass before left, at its own shape; null for the first pass
     */
    float[] latent(SamplingPlan plan, Noise noise, float @Nullable [] before);

    /** The first latent with what else the pass needs to know; see {@link #latent}. */
    default Opening open(SamplingPlan plan, Noise noise, float @Nullable [] before) {
        return Opening.of(latent(plan, noise, before));
    }

    /** Text to image: noise alone. */
    static Start pureNoise() {
        return (plan, noise, before) -> plan.initial(noise.next());
    }
}
