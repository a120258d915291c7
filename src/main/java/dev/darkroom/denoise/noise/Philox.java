package dev.darkroom.denoise.noise;

/**
 * Philox 4x32 with ten rounds, a counter-based generator: Salmon et al. 2011, table 2 and section 3.3,
 * <a href="https://doi.org/10.1145/2063384.2063405">doi:10.1145/2063384.2063405</a>.
 */
public final class Philox {

    private static final int ROUNDS = 10;

    private Philox() {}

    /** The four words of a 128-bit counter (lowest word first) under a 64-bit key. */
    public static int[] words(int[] counter, long key) {
        int[] c = counter.clone();
        int low = (int) key;
        int high = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long first = unsigned(c[0]) * 0xD2511F53L;
            long second = unsigned(c[2]) * 0xCD9E8D57L;
            c = new int[] {
                (int) (second >>> 32) ^ c[1] ^ low, (int) second, (int) (first >>> 32) ^ c[3] ^ high, (int) first
            };
            low += 0x9E3779B9;
            high += 0xBB67AE85;
        }
        return c;
    }

    private static long unsigned(int word) {
        return word & 0xFFFFFFFFL;
    }
}
