package dev.darkroom.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Special tokens that a user may write into a prompt, each an id of its own. Immutable. */
final class SpecialTokens {

    private final Map<String, Integer> ids;
    private final @Nullable Pattern pattern;

    /** @param ids the tokens as they are looked for in a text, and their ids */
    SpecialTokens(Map<String, Integer> ids) {
        this.ids = Map.copyOf(ids);
        this.pattern = ids.isEmpty()
                ? null
                : Pattern.compile(ids.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|")));
    }

    /** Cuts a text at these tokens, the longest at each place; what lies between them is ordinary and never empty. */
    List<Part> cut(String text) {
        List<Part> parts = new ArrayList<>();
        int end = 0;
        if (pattern != null) {
            for (Matcher found = pattern.matcher(text); found.find(); end = found.end()) {
                addOrdinary(parts, text.substring(end, found.start()));
                parts.add(new Part(found.group(), ids.get(found.group())));
            }
        }
        addOrdinary(parts, text.substring(end));
        return parts;
    }

    private static void addOrdinary(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, null));
        }
    }

    /**
     * A special token, or text between two of them.
     *
     * @param id the token's id; null for ordinary text
     */
    record Part(String text, @Nullable Integer id) {}
}
