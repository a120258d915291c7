package dev.darkroom.denoise.noise;

import java.nio.ByteBuffer;

/**
 * The Mersenne twister: Matsumoto and Nishimura 1998, <a href="https://doi.org/10.1145/272991.272995">ACM TOMACS 8(1)</a>,
 * seeded as {@code init_genrand} does.
 */
public final class Mt19937 {

    private static final int SIZE = 624;
    private static final int MIDDLE = 397;

    private final int[] words = new int[SIZE];
    private int next;

    /** Seeds with the low 32 bits. */
    public Mt19937(long seed) {
        words[0] = (int) seed;
        for (int i = 1; i < SIZE; i++) {
            words[i] = 1812433253 * (words[i - 1] ^ (words[i - 1] >>> 30)) + i;
        }
        next = SIZE;
    }

    private Mt19937(ByteBuffer state) {
        next = state.getInt();
        state.asIntBuffer().get(words);
        state.position(state.position() + SIZE * Integer.BYTES);
    }

    /** The next 32 random bits. */
    public int nextWord() {
        if (next == SIZE) {
            twist();
            next = 0;
        }
        int y = words[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    /** The next 64 random bits, first word high. */
    public long nextLong() {
        long high = nextWord();
        return (high << 32) | (nextWord() & 0xFFFFFFFFL);
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = (words[i] & 0x80000000) | (words[(i + 1) % SIZE] & 0x7fffffff);
            words[i] = words[(i + MIDDLE) % SIZE] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
    }

    static final int STATE_BYTES = (1 + SIZE) * Integer.BYTES;

    void write(ByteBuffer state) {
        state.putInt(next);
        for (int word : words) {
            state.putInt(word);
        }
    }

    static Mt19937 read(ByteBuffer state) {
        return new Mt19937(state);
    }
}
