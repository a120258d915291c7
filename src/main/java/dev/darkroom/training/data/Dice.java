package dev.darkroom.training.data;

import java.util.List;

/**
 * Random choices that are the same on every Java: SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom
 * number generators"). Not thread-safe.
 */
public final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    public Dice(long seed) {
        this.state = seed;
    }

    /** Dice of one numbered picture: neighbouring seeds and numbers have nothing in common. */
    public static Dice of(long seed, long index) {
        return new Dice(mixed(mixed(seed + GOLDEN_GAMMA) + index * GOLDEN_GAMMA));
    }

    /** Scatters the bits of a value; equal values stay equal. */
    public static long mixed(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mixed(state);
    }

    /** Uniform in [0, 1). */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [from, to). */
    public double between(double from, double to) {
        return from + (to - from) * nextDouble();
    }

    /** Uniform in 0 … bound − 1. */
    public int below(int bound) {
        return (int) (nextDouble() * bound);
    }

    public boolean chance(double probability) {
        return nextDouble() < probability;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    @SafeVarargs
    public final <T> T oneOf(T... choices) {
        return choices[below(choices.length)];
    }

    /** Puts the elements in any order (Fisher, Yates). */
    public void shuffle(int[] elements) {
        for (int i = elements.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int element = elements[i];
            elements[i] = elements[j];
            elements[j] = element;
        }
    }
}
