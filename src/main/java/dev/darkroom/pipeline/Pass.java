package dev.darkroom.pipeline;

import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.plan.SamplingPlan;

/**
 * One reverse process of an image. Most pictures take one pass; where a picture takes several, each starts from the
 * latent that the one before has left. A value that all images of a request share.
 *
 * @param shape of the latent
 * @param plan sampler and schedule
 * @param start the latent to begin with
 */
record Pass(LatentShape shape, SamplingPlan plan, Start start) {}
