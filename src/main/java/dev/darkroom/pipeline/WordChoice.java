package dev.darkroom.pipeline;

/**
 * Chooses among lines, the same ones for the same seed everywhere and for ever: SplitMix64 (Steele, Lea and Flood 2014,
 * figure 1 with the finalizer of its variant 13), whose values for neighbouring seeds have nothing in common. Used by one
 * thread.
 */
final class WordChoice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    WordChoice(long seed) {
        this.state = seed;
    }

    /** A number from 0 to {@code count - 1}. */
    int of(int count) {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (int) Long.remainderUnsigned(z ^ (z >>> 31), count);
    }
}
