package dev.darkroom.text;

import dev.darkroom.text.prompt.PromptSchedule;
import dev.darkroom.torch.TextConditioning;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The conditioning of a prompt at every network call. Thread-safe. */
public final class SteppedPrompt {

    private final List<Part> parts;
    private final Map<Integer, Map<TextConditioning, TextConditioning>> padded = new ConcurrentHashMap<>();

    /** @param parts of a composition, at least one */
    public SteppedPrompt(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * One prompt of a composition.
     *
     * @param weight of its direction
     * @param schedule which text it is at a call
     * @param conditionings of the schedule's entries, in order
     */
    public record Part(double weight, PromptSchedule schedule, List<TextConditioning> conditionings) {

        public Part {
            conditionings = List.copyOf(conditionings);
        }
    }

    /** The parts of this prompt, then those of another one: all get the same length. */
    public SteppedPrompt with(SteppedPrompt other) {
        return new SteppedPrompt(
                Stream.concat(parts.stream(), other.parts.stream()).toList());
    }

    /** The weights of the parts, in order. */
    public List<Double> weights() {
        return parts.stream().map(Part::weight).toList();
    }

    /**
     * The conditioning of each part at a call; a shorter one is filled up to the longest with copies of its last token,
     * as webui does it. Equal answers are the same instances.
     *
     * @param call number of the network call within its pass, from 0
     */
    public List<TextConditioning> at(int call) {
        List<TextConditioning> now = parts.stream()
                .map(part -> part.conditionings().get(part.schedule().at(call)))
                .toList();
        int tokens = now.stream().mapToInt(TextConditioning::tokens).max().orElseThrow();
        return now.stream().map(one -> padded(one, tokens)).toList();
    }

    private TextConditioning padded(TextConditioning conditioning, int tokens) {
        if (conditioning.tokens() == tokens) {
            return conditioning;
        }
        return padded.computeIfAbsent(tokens, length -> new ConcurrentHashMap<>())
                .computeIfAbsent(conditioning, shorter -> filled(shorter, tokens));
    }

    private static TextConditioning filled(TextConditioning shorter, int tokens) {
        float[] hidden = shorter.hidden();
        int width = hidden.length / shorter.tokens();
        float[] filled = Arrays.copyOf(hidden, tokens * width);
        for (int at = hidden.length; at < filled.length; at += width) {
            System.arraycopy(hidden, hidden.length - width, filled, at, width);
        }
        return TextConditioning.of(tokens, filled);
    }
}
