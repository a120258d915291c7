package dev.darkroom.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Byte-pair encoding (Sennrich et al. 2016, https://arxiv.org/abs/1508.07909, algorithm 1): of all neighbouring symbols
 * of a piece those are merged first that come first in the list of merges, from left to right. Takes n log n steps for a
 * piece of n bytes. Thread-safe.
 */
final class BytePairs {

    private static final int BYTES = 256;

    private final Vocabulary vocabulary;
    private final int[] inner = new int[BYTES];
    private final int[] last = new int[BYTES];

    BytePairs(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        char[] standIns = ByteAlphabet.standIns();
        for (int i = 0; i < standIns.length; i++) {
            inner[i] = vocabulary.id(String.valueOf(standIns[i]));
            last[i] = vocabulary.id(standIns[i] + Vocabulary.END_OF_WORD);
        }
    }

    /** The ids of one piece, which is not empty. */
    int[] encode(String piece) {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        int[] symbols = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            symbols[i] = (i < bytes.length - 1 ? inner : last)[bytes[i] & 0xFF];
        }
        return new Merging(symbols).run();
    }

    /** A chain of symbols that grows shorter; a symbol merged into its left neighbour is negative. */
    private final class Merging {

        private static final int GONE = -1;

        private final int[] symbols;
        private final int[] next;
        private final int[] previous;
        private final PriorityQueue<Candidate> candidates = new PriorityQueue<>();

        Merging(int[] symbols) {
            this.symbols = symbols;
            this.next = new int[symbols.length];
            this.previous = new int[symbols.length];
            for (int i = 0; i < symbols.length; i++) {
                next[i] = i + 1;
                previous[i] = i - 1;
            }
            for (int i = 0; i < symbols.length; i++) {
                consider(i);
            }
        }

        int[] run() {
            for (Candidate best = candidates.poll(); best != null; best = candidates.poll()) {
                if (stillThere(best)) {
                    merge(best);
                }
            }
            return Arrays.stream(symbols).filter(symbol -> symbol != GONE).toArray();
        }

        private void consider(int at) {
            if (at < 0 || next[at] >= symbols.length) {
                return;
            }
            Vocabulary.Merge merge = vocabulary.merge(symbols[at], symbols[next[at]]);
            if (merge != null) {
                candidates.add(new Candidate(merge, at, symbols[at], symbols[next[at]]));
            }
        }

        private boolean stillThere(Candidate candidate) {
            int at = candidate.at();
            return symbols[at] == candidate.left()
                    && next[at] < symbols.length
                    && symbols[next[at]] == candidate.right();
        }

        private void merge(Candidate candidate) {
            int at = candidate.at();
            int right = next[at];
            symbols[at] = candidate.merge().id();
            symbols[right] = GONE;
            next[at] = next[right];
            if (next[at] < symbols.length) {
                previous[next[at]] = at;
            }
            consider(previous[at]);
            consider(at);
        }
    }

    private record Candidate(Vocabulary.Merge merge, int at, int left, int right) implements Comparable<Candidate> {

        @Override
        public int compareTo(Candidate other) {
            int byRank = Integer.compare(merge.rank(), other.merge.rank());
            return byRank != 0 ? byRank : Integer.compare(at, other.at);
        }
    }
}
