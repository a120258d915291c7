package dev.darkroom.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A byte-level vocabulary with its merges, from {@code vocab.json} and {@code merges.txt}. Immutable. */
final class Vocabulary {

    /** Marks the symbol that ends a piece. */
    static final String END_OF_WORD = "</w>";

    private final Map<String, Integer> ids;
    private final Map<Long, Merge> merges;
    private final Path file;

    private Vocabulary(Map<String, Integer> ids, Map<Long, Merge> merges, Path file) {
        this.ids = ids;
        this.merges = merges;
        this.file = file;
    }

    /** @throws UnusableTokenizerException if a file is missing or broken, or the two do not belong together */
    static Vocabulary read(Path folder) {
        Path vocabulary = folder.resolve("vocab.json");
        Map<String, Integer> ids = new HashMap<>();
        TokenizerFiles.object(vocabulary).properties().forEach(entry -> {
            if (!entry.getValue().isInt() || entry.getValue().intValue() < 0) {
                throw new UnusableTokenizerException(vocabulary, "has no number for " + entry.getKey(), null);
            }
            ids.put(entry.getKey(), entry.getValue().intValue());
        });
        return new Vocabulary(ids, merges(folder.resolve("merges.txt"), ids), vocabulary);
    }

    private static Map<Long, Merge> merges(Path file, Map<String, Integer> ids) {
        Map<Long, Merge> merges = new HashMap<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty() || (i == 0 && line.startsWith("#version"))) {
                continue;
            }
            int blank = line.indexOf(' ');
            Integer left = blank < 0 ? null : ids.get(line.substring(0, blank));
            Integer right = blank < 0 ? null : ids.get(line.substring(blank + 1));
            Integer merged = ids.get(line.replace(" ", ""));
            if (left == null || right == null || merged == null) {
                throw new UnusableTokenizerException(
                        file, "line " + (i + 1) + " is not a pair of the vocabulary", null);
            }
            merges.putIfAbsent(pair(left, right), new Merge(i, merged));
        }
        return merges;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UnusableTokenizerException(file, "cannot be read", e);
        }
    }

    /**
     * The id of an entry.
     *
     * @throws UnusableTokenizerException if there is none
     */
    int id(String entry) {
        Integer id = ids.get(entry);
        if (id == null) {
            throw new UnusableTokenizerException(file, "lacks the entry " + entry, null);
        }
        return id;
    }

    /** What two neighbouring symbols merge to; null if they do not. */
    @Nullable
    Merge merge(int left, int right) {
        return merges.get(pair(left, right));
    }

    private static long pair(int left, int right) {
        return (long) left << Integer.SIZE | right;
    }

    /**
     * A merge of two symbols.
     *
     * @param rank merges of a lower rank come first
     * @param id the symbol that they become
     */
    record Merge(int rank, int id) {}
}
