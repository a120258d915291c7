package dev.darkroom.denoise.noise;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * NumPy's {@code SeedSequence}: independent seeds out of one number and a path, by O'Neill's hash of 2015
 * (<a href="https://numpy.org/neps/nep-0019-rng-policy.html">NEP 19</a>). Immutable.
 */
final class SeedSequence {

    private static final int INIT_A = 0x43b0d7e5;
    private static final int MULT_A = 0x931e8875;
    private static final int INIT_B = 0x8b51f9dd;
    private static final int MULT_B = 0x58f38ded;
    private static final int MIX_LEFT = 0xca01f9dd;
    private static final int MIX_RIGHT = 0x4973f715;

    private final int[] pool;

    /**
     * A sequence.
     *
     * @param entropy the seed, 0 or more
     * @param spawnKey path of the sequence among its siblings, each 0 or more; none for the first one
     * @param poolSize words of state
     */
    SeedSequence(long entropy, long[] spawnKey, int poolSize) {
        List<Integer> words = new ArrayList<>(words(entropy));
        while (spawnKey.length > 0 && words.size() < poolSize) {
            words.add(0);
        }
        for (long key : spawnKey) {
            words.addAll(words(key));
        }
        pool = mixed(words, poolSize);
    }

    /** The first words of the state. */
    int[] state(int count) {
        int[] state = new int[count];
        int hash = INIT_B;
        for (int i = 0; i < count; i++) {
            int value = pool[i % pool.length] ^ hash;
            hash *= MULT_B;
            value *= hash;
            state[i] = value ^ (value >>> 16);
        }
        return state;
    }

    private static int[] mixed(List<Integer> words, int size) {
        int[] pool = new int[size];
        int[] hash = {INIT_A};
        for (int i = 0; i < size; i++) {
            pool[i] = hashed(i < words.size() ? words.get(i) : 0, hash);
        }
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                if (from != to) {
                    pool[to] = joined(pool[to], hashed(pool[from], hash));
                }
            }
        }
        for (int from = size; from < words.size(); from++) {
            for (int to = 0; to < size; to++) {
                pool[to] = joined(pool[to], hashed(words.get(from), hash));
            }
        }
        return pool;
    }

    private static int hashed(int value, int[] hash) {
        int mixed = value ^ hash[0];
        hash[0] *= MULT_A;
        mixed *= hash[0];
        return mixed ^ (mixed >>> 16);
    }

    private static int joined(int a, int b) {
        int mixed = MIX_LEFT * a - MIX_RIGHT * b;
        return mixed ^ (mixed >>> 16);
    }

    /** 32 bits each, lowest first; at least one. */
    private static List<Integer> words(long number) {
        List<Integer> words = new ArrayList<>();
        BigInteger left = BigInteger.valueOf(number);
        do {
            words.add(left.intValue());
            left = left.shiftRight(Integer.SIZE);
        } while (left.signum() > 0);
        return words;
    }
}
