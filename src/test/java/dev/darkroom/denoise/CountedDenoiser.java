package dev.darkroom.denoise;

import java.util.Arrays;

/**
 * Counts evaluations, and answers with and without guidance alike.
 *
 * @param exact asked for the answers
 * @param counts the first one grows
 */
@SuppressWarnings("ArrayRecordComponent")
record CountedDenoiser(Denoiser exact, int[] counts) implements Denoiser {

    @Override
    public float[] denoise(float[] x, NoiseLevel level) {
        counts[0]++;
        return exact.denoise(x, level);
    }

    @Override
    public float[] denoiseWithUnguided(float[] x, NoiseLevel level) {
        float[] denoised = denoise(x, level);
        float[] both = Arrays.copyOf(denoised, 2 * x.length);
        System.arraycopy(denoised, 0, both, x.length, x.length);
        return both;
    }
}
