package dev.darkroom.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Byte-pair encoding as the paper tells it: find the best pair, merge all its occurrences, begin again. */
record NaiveBytePairs(Vocabulary vocabulary) {

    int[] encode(String asciiWord) {
        List<Integer> symbols = new ArrayList<>();
        for (int i = 0; i < asciiWord.length(); i++) {
            String ending = i == asciiWord.length() - 1 ? Vocabulary.END_OF_WORD : "";
            symbols.add(vocabulary.id(asciiWord.charAt(i) + ending));
        }
        for (Vocabulary.Merge best = best(symbols); best != null; best = best(symbols)) {
            mergeAll(symbols, best);
        }
        return symbols.stream().mapToInt(Integer::intValue).toArray();
    }

    private Vocabulary.@Nullable Merge best(List<Integer> symbols) {
        Vocabulary.Merge best = null;
        for (int i = 0; i < symbols.size() - 1; i++) {
            Vocabulary.Merge merge = vocabulary.merge(symbols.get(i), symbols.get(i + 1));
            if (merge != null && (best == null || merge.rank() < best.rank())) {
                best = merge;
            }
        }
        return best;
    }

    private void mergeAll(List<Integer> symbols, Vocabulary.Merge merge) {
        for (int i = 0; i < symbols.size() - 1; i++) {
            if (merge.equals(vocabulary.merge(symbols.get(i), symbols.get(i + 1)))) {
                symbols.set(i, merge.id());
                symbols.remove(i + 1);
            }
        }
    }
}
