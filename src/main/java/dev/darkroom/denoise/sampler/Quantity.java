package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.guidance.Thresholding;

/** A quantity that changes slowly along a trajectory, so that a solver may extrapolate it. */
public enum Quantity {

    /** The predicted noise. */
    EPSILON {
        @Override
        float[] of(float[] x, float[] denoised, NoiseLevel level) {
            return PredictedNoise.of(x, denoised, level);
        }

        @Override
        float[] step(float[] x, float[] epsilon, NoiseLevel from, NoiseLevel to) {
            double ratio = to.alpha() / Math.max(from.alpha(), SMALLEST_ALPHA);
            return combine(ratio, x, to.sigma() - ratio * from.sigma(), epsilon);
        }
    },

    /** The velocity {@code alpha * noise - sigma * x0} on variance-preserving levels. */
    VELOCITY {
        @Override
        float[] of(float[] x, float[] denoised, NoiseLevel level) {
            return combine(level.alpha() / level.sigma(), x, -1 / level.sigma(), denoised);
        }

        @Override
        float[] step(float[] x, float[] velocity, NoiseLevel from, NoiseLevel to) {
            return EPSILON.step(x, combine(from.alpha(), velocity, from.sigma(), x), from, to);
        }
    };

    /** Pure noise holds no clean latent; its share is then 0 divided by this. */
    private static final double SMALLEST_ALPHA = 1e-8;

    /** The quantity, from a latent and what is clean in it. */
    abstract float[] of(float[] x, float[] denoised, NoiseLevel level);

    /** Moves a latent as if the quantity stayed what it is: the deterministic DDIM step. */
    abstract float[] step(float[] x, float[] value, NoiseLevel from, NoiseLevel to);

    /** The same step, by way of a clean latent that is thresholded. */
    float[] step(float[] x, float[] value, NoiseLevel from, NoiseLevel to, Thresholding thresholding) {
        NoiseLevel clean = new NoiseLevel(0, 1, 0);
        float[] denoised = thresholding.apply(step(x, value, from, clean));
        float[] epsilon = this == EPSILON ? value : combine(from.alpha(), value, from.sigma(), x);
        return combine(to.alpha(), denoised, to.sigma(), epsilon);
    }
}
