package dev.darkroom.text;

import dev.darkroom.torch.Checkpoint;
import dev.darkroom.torch.ClipTextModel;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.TextConditioning;
import dev.darkroom.torch.TorchEngine;
import java.nio.file.Path;
import java.util.Optional;

/**
 * From prompt to conditioning with one CLIP text encoder, as Stable Diffusion 1 and 2 do it. One thread at a time, the
 * lane's, but for {@link #prompts}. Whoever opens it closes it.
 */
public final class TextEncoder implements AutoCloseable {

    /** Negative prompts repeat from job to job, and prompts within one. */
    private static final int CACHED_ENCODINGS = 16;

    /** Characters of left-out text that a warning repeats. */
    private static final int QUOTED = 300;

    private final ClipTokenizer tokenizer;
    private final ClipTextModel model;
    private final RecentlyUsed<Request, Encoding> cache = new RecentlyUsed<>(CACHED_ENCODINGS);
    private final PromptEncoder prompts;

    private TextEncoder(ClipTokenizer tokenizer, ClipTextModel model) {
        this.tokenizer = tokenizer;
        this.model = model;
        this.prompts = new PromptEncoder(new Chunker(tokenizer, rowLength(), Chunker.COMMA_BACKTRACK));
    }

    /**
     * Loads tokenizer and text encoder.
     *
     * @param checkpoint the model's {@code text_encoder}
     * @param tokenizerFolder the model's {@code tokenizer} folder
     * @throws UnusableTokenizerException if the tokenizer's files are not usable
     * @throws dev.darkroom.torch.UnsupportedNetworkException if the encoder's are not
     */
    public static TextEncoder open(
            TorchEngine engine, Checkpoint checkpoint, Placement placement, Path tokenizerFolder) {
        ClipTokenizer tokenizer = ClipTokenizer.read(tokenizerFolder);
        return new TextEncoder(tokenizer, ClipTextModel.open(engine, checkpoint, placement));
    }

    /**
     * Encodes a prompt; what does not fit into the encoder's positions is left out, with a warning.
     *
     * @param clipSkip how many of the encoder's last layers are left out, 0 for none; the final layer norm is applied
     * @return hidden states [tokens, width]; arrays are shared with later answers and read only
     * @throws IllegalArgumentException if {@code clipSkip} is negative or more than there are layers
     */
    public Encoding encode(String prompt, int clipSkip) {
        Request request = new Request(prompt, clipSkip);
        Encoding known = cache.get(request);
        if (known != null) {
            return known;
        }
        TokenizedPrompt tokenized = tokenizer.tokenize(prompt, rowLength());
        float[] hidden = hidden(tokenized.ids(), clipSkip);
        Encoding encoding = new Encoding(TextConditioning.of(tokenized.ids().length, hidden), warning(tokenized));
        cache.put(request, encoding);
        return encoding;
    }

    /** Encodes weighted prompts of any length; may be used by any thread, if the network it is given may. */
    public PromptEncoder prompts() {
        return prompts;
    }

    /**
     * Encodes one row of ids.
     *
     * @param clipSkip how many of the encoder's last layers are left out, 0 for none; the final layer norm is applied
     * @return hidden states [ids, width] flattened
     */
    public float[] hidden(int[] ids, int clipSkip) {
        return model.encode(ids, clipSkip, true).hidden();
    }

    private int rowLength() {
        return Math.min(tokenizer.maxLength(), model.positions());
    }

    private static Optional<String> warning(TokenizedPrompt prompt) {
        if (!prompt.truncated()) {
            return Optional.empty();
        }
        String words = prompt.leftOut();
        String quoted = words.codePointCount(0, words.length()) > QUOTED
                ? words.substring(0, words.offsetByCodePoints(0, QUOTED)) + "…"
                : words;
        return Optional.of("A prompt is longer than the " + prompt.ids().length
                + " tokens that the text encoder reads; these words were left out: " + quoted);
    }

    /** Bytes of the weights in the compute precision. */
    public long weightBytes() {
        return model.weightBytes();
    }

    @Override
    public void close() {
        model.close();
    }

    private record Request(String prompt, int clipSkip) {}
}
