package dev.darkroom.text;

import dev.darkroom.generation.Emphasis;
import dev.darkroom.torch.TextConditioning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prompts of any length, weighted: each is cut into chunks, the chunks are encoded one by one and joined along the token
 * axis. A chunk that was encoded before costs no network call. Thread-safe.
 */
public final class PromptEncoder {

    /** Rows of hidden states that are remembered; a row of Stable Diffusion 1 has 236 kB. */
    private static final int CACHED_CHUNKS = 128;

    /** Rows that the texts of one prompt may have together. */
    private static final int MOST_CHUNKS = 512;

    private final Chunker chunker;
    private final RecentlyUsed<Row, float[]> cache = new RecentlyUsed<>(CACHED_CHUNKS);

    PromptEncoder(Chunker chunker) {
        this.chunker = chunker;
    }

    /** The text encoder's network. */
    @FunctionalInterface
    public interface Network {

        /**
         * Encodes one row.
         *
         * @param ids a full row; read only
         * @param clipSkip how many of the last layers are left out
         * @return hidden states after the final layer norm, [ids, width] flattened; kept and read only
         */
        float[] hidden(int[] ids, int clipSkip);
    }

    /**
     * Encodes texts that belong together, as those of one schedule do: all get as many chunks as the longest needs, and
     * under {@link Emphasis#ORIGINAL} the mean that is restored is that of all of them, a text counting as often as it
     * is given.
     *
     * @param texts at least one
     * @param clipSkip how many of the encoder's last layers are left out, 0 for none
     * @return one conditioning a text; equal texts share theirs
     * @throws PromptTooLargeException if the texts need too many chunks
     */
    public List<TextConditioning> encode(List<String> texts, Emphasis emphasis, int clipSkip, Network network) {
        Map<String, ChunkedPrompt> chunked = new LinkedHashMap<>();
        texts.forEach(text -> chunked.computeIfAbsent(text, same -> chunker.cut(same, emphasis)));
        List<String> distinct = List.copyOf(chunked.keySet());
        int chunks = chunked.values().stream()
                .mapToInt(prompt -> prompt.chunks().size())
                .max()
                .orElseThrow();
        if ((long) chunks * distinct.size() > MOST_CHUNKS) {
            throw new PromptTooLargeException(distinct.size(), chunks, MOST_CHUNKS);
        }
        int[] counts = new int[distinct.size()];
        texts.forEach(text -> counts[distinct.indexOf(text)]++);
        List<List<float[]>> columns = new ArrayList<>();
        for (int i = 0; i < chunks; i++) {
            List<Chunk> column = column(chunked, i);
            List<float[]> hidden = column.stream()
                    .map(chunk -> hidden(chunk, clipSkip, network))
                    .toList();
            columns.add(Weighting.weighted(hidden, column, counts, emphasis));
        }
        Map<String, TextConditioning> encoded = new HashMap<>();
        for (int row = 0; row < distinct.size(); row++) {
            encoded.put(distinct.get(row), joined(columns, row));
        }
        return texts.stream().map(encoded::get).toList();
    }

    private List<Chunk> column(Map<String, ChunkedPrompt> prompts, int index) {
        return prompts.values().stream()
                .map(prompt -> index < prompt.chunks().size() ? prompt.chunks().get(index) : chunker.empty())
                .toList();
    }

    private float[] hidden(Chunk chunk, int clipSkip, Network network) {
        int[] ids = chunker.padded(chunk);
        Row row = new Row(Arrays.stream(ids).boxed().toList(), clipSkip);
        float[] known = cache.get(row);
        if (known != null) {
            return known;
        }
        float[] hidden = network.hidden(ids, clipSkip);
        cache.put(row, hidden);
        return hidden;
    }

    private TextConditioning joined(List<List<float[]>> columns, int row) {
        int size = columns.get(0).get(row).length;
        float[] hidden = new float[columns.size() * size];
        for (int i = 0; i < columns.size(); i++) {
            System.arraycopy(columns.get(i).get(row), 0, hidden, i * size, size);
        }
        return TextConditioning.of(columns.size() * chunker.rowLength(), hidden);
    }

    private record Row(List<Integer> ids, int clipSkip) {}
}
