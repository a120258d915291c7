package dev.darkroom.text;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * CLIP's byte-pair tokenizer (Radford et al. 2021, https://arxiv.org/abs/2103.00020, section 2.4) as the library that
 * trained models are published for runs it. Every text has ids; none is unknown. Thread-safe.
 */
public final class ClipTokenizer {

    /** Pieces whose ids are remembered. */
    private static final int CACHED_PIECES = 8192;

    /** Longer pieces, in chars, are no words and not remembered. */
    private static final int LONGEST_CACHED = 64;

    private final TokenizerConfig config;
    private final Row row;
    private final PieceCutter cutter;
    private final BytePairs bytePairs;
    private final RecentlyUsed<String, int[]> cache = new RecentlyUsed<>(CACHED_PIECES);

    private ClipTokenizer(TokenizerConfig config, Vocabulary vocabulary) {
        this.config = config;
        this.row = new Row(vocabulary.id(config.start()), vocabulary.id(config.end()), vocabulary.id(config.padding()));
        this.cutter = cutter(config, vocabulary);
        this.bytePairs = new BytePairs(vocabulary);
    }

    /**
     * Reads a checkpoint's {@code tokenizer} folder: {@code vocab.json}, {@code merges.txt},
     * {@code tokenizer_config.json} and, if it is there, {@code special_tokens_map.json}.
     *
     * @throws UnusableTokenizerException if a file is missing or not usable
     */
    public static ClipTokenizer read(Path folder) {
        return new ClipTokenizer(TokenizerConfig.read(folder), Vocabulary.read(folder));
    }

    private static PieceCutter cutter(TokenizerConfig config, Vocabulary vocabulary) {
        Map<String, Integer> asWritten = new HashMap<>();
        Map<String, Integer> afterNormalization = new HashMap<>();
        config.special().forEach((token, special) -> {
            int id = special.id() == null ? vocabulary.id(token) : special.id();
            if (special.normalized()) {
                afterNormalization.put(NormalizedText.of(token), id);
            } else {
                asWritten.put(token, id);
            }
        });
        return new PieceCutter(new SpecialTokens(asWritten), new SpecialTokens(afterNormalization));
    }

    /** Ids of one row, start and end among them: the model's own limit. */
    public int maxLength() {
        return config.maxLength();
    }

    /** The id that begins every row. */
    int start() {
        return row.start();
    }

    /** The id that ends a text. */
    int end() {
        return row.end();
    }

    /** The id that fills a row. */
    int padding() {
        return row.padding();
    }

    /** The ids of a whole text, without start, end or padding. */
    public int[] ids(String text) {
        return cutter.cut(text).stream()
                .flatMapToInt(piece -> Arrays.stream(ids(piece)))
                .toArray();
    }

    /** One row of {@link #maxLength} ids. */
    public TokenizedPrompt tokenize(String text) {
        return tokenize(text, maxLength());
    }

    /**
     * One row of ids.
     *
     * @param length ids of the row, at least 2
     */
    public TokenizedPrompt tokenize(String text, int length) {
        List<Piece> pieces = cutter.cut(text);
        int[] ids = new int[length];
        Arrays.fill(ids, row.padding());
        ids[0] = row.start();
        int end = 1;
        for (int i = 0; i < pieces.size(); i++) {
            int[] added = ids(pieces.get(i));
            int fitting = Math.min(added.length, length - 1 - end);
            System.arraycopy(added, 0, ids, end, fitting);
            end += fitting;
            if (fitting < added.length) {
                ids[end] = row.end();
                return new TokenizedPrompt(ids, text(pieces.subList(i, pieces.size())));
            }
        }
        ids[end] = row.end();
        return new TokenizedPrompt(ids, "");
    }

    private int[] ids(Piece piece) {
        if (piece.isSpecial()) {
            return new int[] {piece.special()};
        }
        int[] cached = cache.get(piece.text());
        if (cached != null) {
            return cached;
        }
        int[] ids = bytePairs.encode(piece.text());
        if (piece.text().length() <= LONGEST_CACHED) {
            cache.put(piece.text(), ids);
        }
        return ids;
    }

    private static String text(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece.afterBlank() && text.length() > 0 ? " " : "").append(piece.text());
        }
        return text.toString();
    }

    private record Row(int start, int end, int padding) {}
}
