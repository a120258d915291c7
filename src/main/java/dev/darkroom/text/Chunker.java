package dev.darkroom.text;

import dev.darkroom.generation.Emphasis;
import dev.darkroom.text.prompt.Attention;
import dev.darkroom.text.prompt.WeightedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a prompt into rows of equal length, as webui does: between start and end stands as much of the prompt as fits;
 * where a row would end in the middle of a phrase, the phrase moves to the next one if its comma is not far.
 * {@code BREAK} ends a row. Thread-safe.
 */
final class Chunker {

    /** How many ids a phrase may have that moves to the next row, in webui's settings. */
    static final int COMMA_BACKTRACK = 20;

    private static final int START_AND_END = 2;

    private final ClipTokenizer tokenizer;
    private final int room;
    private final int commaBacktrack;
    private final int comma;

    /**
     * @param rowLength ids of a row, start and end among them
     * @param commaBacktrack how many ids a phrase may have that moves to the next row; 0 for none
     */
    Chunker(ClipTokenizer tokenizer, int rowLength, int commaBacktrack) {
        this.tokenizer = tokenizer;
        this.room = rowLength - START_AND_END;
        this.commaBacktrack = commaBacktrack;
        int[] ids = tokenizer.ids(",");
        this.comma = ids.length == 1 ? ids[0] : -1;
    }

    /** Ids of a row, start and end among them. */
    int rowLength() {
        return room + START_AND_END;
    }

    /** The rows of a prompt. */
    ChunkedPrompt cut(String text, Emphasis emphasis) {
        List<WeightedText> parts =
                emphasis == Emphasis.NONE ? List.of(new WeightedText(text, 1)) : Attention.parse(text);
        Cutting cutting = new Cutting();
        for (WeightedText part : parts) {
            if (part.isBreak()) {
                cutting.close();
            } else {
                cutting.add(tokenizer.ids(part.text()), part.weight());
            }
        }
        return cutting.end();
    }

    /** A row without a word. */
    Chunk empty() {
        return row(List.of(), List.of());
    }

    /** The ids as the encoder reads them: after the first end the tokenizer's own padding. */
    int[] padded(Chunk chunk) {
        int[] ids = chunk.ids().clone();
        int end = 0;
        while (ids[end] != tokenizer.end()) {
            end++;
        }
        Arrays.fill(ids, end + 1, ids.length, tokenizer.padding());
        return ids;
    }

    private Chunk row(List<Integer> ids, List<Double> weights) {
        int[] rowIds = new int[rowLength()];
        double[] rowWeights = new double[rowIds.length];
        Arrays.fill(rowIds, tokenizer.end());
        Arrays.fill(rowWeights, 1);
        rowIds[0] = tokenizer.start();
        for (int i = 0; i < ids.size(); i++) {
            rowIds[i + 1] = ids.get(i);
            rowWeights[i + 1] = weights.get(i);
        }
        return new Chunk(rowIds, rowWeights);
    }

    /** The rows of one prompt so far. */
    private final class Cutting {

        private static final int NONE = -1;

        private final List<Chunk> chunks = new ArrayList<>();
        private List<Integer> ids = new ArrayList<>();
        private List<Double> weights = new ArrayList<>();
        private int lastComma = NONE;

        void add(int[] added, double weight) {
            for (int id : added) {
                if (id == comma) {
                    lastComma = ids.size();
                } else if (ids.size() == room && lastComma != NONE && room - lastComma <= commaBacktrack) {
                    movePhrase(lastComma + 1);
                }
                if (ids.size() == room) {
                    close();
                }
                ids.add(id);
                weights.add(weight);
            }
        }

        private void movePhrase(int from) {
            List<Integer> phrase = new ArrayList<>(ids.subList(from, ids.size()));
            List<Double> phraseWeights = new ArrayList<>(weights.subList(from, ids.size()));
            ids = ids.subList(0, from);
            weights = weights.subList(0, from);
            close();
            ids = phrase;
            weights = phraseWeights;
        }

        void close() {
            chunks.add(row(ids, weights));
            ids = new ArrayList<>();
            weights = new ArrayList<>();
            lastComma = NONE;
        }

        ChunkedPrompt end() {
            int tokens = chunks.size() * room + ids.size();
            if (!ids.isEmpty() || chunks.isEmpty()) {
                close();
            }
            return new ChunkedPrompt(List.copyOf(chunks), tokens);
        }
    }
}
