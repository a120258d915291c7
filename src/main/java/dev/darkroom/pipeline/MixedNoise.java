package dev.darkroom.pipeline;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.noise.Slerp;

/**
 * Noise between that of two seeds: each draw lies on the great circle between theirs.
 *
 * @param low noise at share 0
 * @param high noise at share 1
 * @param share 0 to 1
 */
record MixedNoise(Noise low, Noise high, double share) implements Noise {

    @Override
    public float[] next() {
        return Slerp.between(share, low.next(), high.next());
    }

    @Override
    public float[] between(NoiseLevel from, NoiseLevel to) {
        return Slerp.between(share, low.between(from, to), high.between(from, to));
    }
}
