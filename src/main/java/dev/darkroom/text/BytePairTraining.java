package dev.darkroom.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Learns a byte-pair vocabulary from texts (Sennrich et al. 2016, https://arxiv.org/abs/1508.07909, algorithm 1): the
 * most frequent neighbours become one symbol, again and again, until every word is one or the vocabulary is full. Written
 * in CLIP's files, which {@link ClipTokenizer} and the tokenizer of the reference read. The result depends on how often
 * words occur, not on their order. Not thread-safe.
 */
public final class BytePairTraining {

    private static final String START = "<|startoftext|>";
    private static final String END = "<|endoftext|>";

    private final PieceCutter cutter = new PieceCutter(new SpecialTokens(Map.of()), new SpecialTokens(Map.of()));
    private final Map<String, Integer> words = new TreeMap<>();
    private final char[] alphabet = ByteAlphabet.standIns();

    /** Counts the words of a text. */
    public void read(String text) {
        cutter.cut(text).forEach(piece -> words.merge(piece.text(), 1, Integer::sum));
    }

    /**
     * Learns and writes {@code vocab.json}, {@code merges.txt} and {@code tokenizer_config.json}.
     *
     * @param most the most entries of the vocabulary, at least the 514 that every one has
     * @param length ids of a row, start and end among them
     * @return the number of entries
     */
    public int write(Path folder, int most, int length) throws IOException {
        List<String> entries = alphabet();
        List<Pair> merges = merges(most - entries.size() - 2);
        merges.forEach(merge -> entries.add(merge.joined()));
        entries.add(START);
        entries.add(END);
        Map<String, Integer> vocabulary = new LinkedHashMap<>();
        entries.forEach(entry -> vocabulary.putIfAbsent(entry, vocabulary.size()));
        Files.createDirectories(folder);
        JsonMapper json = JsonMapper.shared();
        Files.writeString(folder.resolve("vocab.json"), json.writeValueAsString(vocabulary));
        StringBuilder lines = new StringBuilder("#version: 0.2\n");
        merges.forEach(merge ->
                lines.append(merge.left()).append(' ').append(merge.right()).append('\n'));
        Files.writeString(folder.resolve("merges.txt"), lines);
        Files.writeString(folder.resolve("tokenizer_config.json"), json.writeValueAsString(configuration(length)));
        return vocabulary.size();
    }

    private static Map<String, Object> configuration(int length) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("tokenizer_class", "CLIPTokenizer");
        config.put("model_max_length", length);
        config.put("bos_token", START);
        config.put("eos_token", END);
        config.put("unk_token", END);
        config.put("pad_token", END);
        config.put("do_lower_case", true);
        return config;
    }

    private List<String> alphabet() {
        List<String> entries = new ArrayList<>();
        for (char symbol : alphabet) {
            entries.add(String.valueOf(symbol));
        }
        for (char symbol : alphabet) {
            entries.add(symbol + Vocabulary.END_OF_WORD);
        }
        return entries;
    }

    private List<Pair> merges(int most) {
        Map<List<String>, Integer> spelled = new LinkedHashMap<>();
        words.forEach((word, count) -> spelled.put(spell(word), count));
        List<Pair> merges = new ArrayList<>();
        while (merges.size() < most) {
            Pair best = mostFrequent(spelled);
            if (best == null) {
                break;
            }
            merges.add(best);
            Map<List<String>, Integer> shorter = new LinkedHashMap<>();
            spelled.forEach((symbols, count) -> shorter.put(best.mergedIn(symbols), count));
            spelled.clear();
            spelled.putAll(shorter);
        }
        return merges;
    }

    private List<String> spell(String word) {
        List<String> symbols = new ArrayList<>();
        for (byte value : word.getBytes(StandardCharsets.UTF_8)) {
            symbols.add(String.valueOf(alphabet[value & 0xFF]));
        }
        symbols.set(symbols.size() - 1, symbols.get(symbols.size() - 1) + Vocabulary.END_OF_WORD);
        return symbols;
    }

    /** Of equally frequent pairs the first in alphabetic order; null if every word is one symbol. */
    private static @Nullable Pair mostFrequent(Map<List<String>, Integer> spelled) {
        Map<Pair, Integer> counts = new HashMap<>();
        spelled.forEach((symbols, count) -> {
            for (int i = 0; i + 1 < symbols.size(); i++) {
                counts.merge(new Pair(symbols.get(i), symbols.get(i + 1)), count, Integer::sum);
            }
        });
        return counts.entrySet().stream()
                .max(Map.Entry.<Pair, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().left(), Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().right(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private record Pair(String left, String right) {

        String joined() {
            return left + right;
        }

        List<String> mergedIn(List<String> symbols) {
            List<String> merged = new ArrayList<>();
            for (int i = 0; i < symbols.size(); i++) {
                boolean here = i + 1 < symbols.size()
                        && symbols.get(i).equals(left)
                        && symbols.get(i + 1).equals(right);
                merged.add(here ? joined() : symbols.get(i));
                i += here ? 1 : 0;
            }
            return merged;
        }
    }
}
