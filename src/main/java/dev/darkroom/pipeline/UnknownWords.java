package dev.darkroom.pipeline;

import dev.darkroom.text.CaptionWords;
import dev.darkroom.text.prompt.Attention;
import dev.darkroom.text.prompt.WeightedText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Collects the words of a prompt that a model has never seen. Not thread-safe.
 */
final class UnknownWords {

    private static final int NAMED = 12;

    private final Set<String> known;
    private final Set<String> unknown = new LinkedHashSet<>();

    /** @param known words of the captions of its training, lower case; empty if it does not say: then nothing is unknown */
    UnknownWords(Set<String> known) {
        this.known = known;
    }

    /** Looks at a text as it stands. */
    void read(String text) {
        if (!known.isEmpty()) {
            CaptionWords.of(text).stream().filter(word -> !known.contains(word)).forEach(unknown::add);
        }
    }

    /** Looks at a text whose brackets and numbers weigh words. */
    void readWeighted(String text) {
        Attention.parse(text).stream()
                .filter(piece -> !piece.isBreak())
                .map(WeightedText::text)
                .forEach(this::read);
    }

    /** A sentence for the user, if there is something to say. */
    Optional<String> warning() {
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = List.copyOf(unknown);
        String named = words.stream().limit(NAMED).collect(Collectors.joining(", "));
        String more = words.size() > NAMED ? " and " + (words.size() - NAMED) + " more" : "";
        return Optional.of("the model has never seen: " + named + more
                + "; it draws its best guess. /api/v1/models lists the words it knows");
    }
}
