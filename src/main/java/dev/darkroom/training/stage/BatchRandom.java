package dev.darkroom.training.stage;

import java.util.SplittableRandom;

/** The random numbers of a batch: a function of the run's seed and the batch's number, so that a resumed run has the same. */
final class BatchRandom {

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private BatchRandom() {}

    static SplittableRandom of(long seed, long number) {
        return new SplittableRandom(seed * MIX + number);
    }

    /** Standard normal numbers. */
    static float[] normal(SplittableRandom random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
