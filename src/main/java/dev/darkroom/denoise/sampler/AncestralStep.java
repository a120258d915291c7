package dev.darkroom.denoise.sampler;

import dev.darkroom.denoise.NoiseLevel;

/**
 * A step split in two, in the variance-exploding frame: down without noise, then up with fresh noise, so that the
 * variances add to that of the wanted level.
 *
 * @param down where the deterministic part ends
 * @param up standard deviation of the fresh noise
 */
record AncestralStep(NoiseLevel down, double up) {

    static AncestralStep of(NoiseLevel from, NoiseLevel to, double eta) {
        double before = from.sigma() * from.sigma();
        double after = to.sigma() * to.sigma();
        double up = Math.min(to.sigma(), eta * Math.sqrt(after * (before - after) / before));
        double down = Math.sqrt(after - up * up);
        return new AncestralStep(new NoiseLevel(to.timestep(), 1, down), up);
    }
}
