package dev.darkroom.denoise.noise;

import dev.darkroom.denoise.Noise;

/**
 * A seeded source of standard normal values whose stream is part of the promise that a request gives the same pixels
 * again. Not thread-safe.
 */
public interface NormalGenerator {

    /** The next {@code count} values. */
    float[] normals(int count);

    /** All that is needed to go on later with the same stream; the generator's {@code restored} takes it. */
    byte[] state();

    /** Draws of one size, as samplers take them. */
    default Noise noise(int size) {
        return () -> normals(size);
    }
}
