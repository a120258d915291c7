package dev.darkroom.text.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Compositions: prompts joined by the whole word {@code AND}, each with the weight that its last {@code :number} says.
 */
public final class Composition {

    private static final String AND = "AND";

    private Composition() {}

    /**
     * One of the prompts.
     *
     * @param prompt without weight and without blanks at its end
     * @param weight of its direction, may be negative; 1 if none was given
     */
    public record Part(String prompt, double weight) {}

    /** The prompts in order, at least one. */
    public static List<Part> parse(String text) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int cut = Characters.wholeWord(text, AND, 0); cut >= 0; cut = Characters.wholeWord(text, AND, from)) {
            parts.add(part(text.substring(from, cut)));
            from = cut + AND.length();
        }
        parts.add(part(text.substring(from)));
        return parts;
    }

    private static Part part(String text) {
        String prompt = trimmedEnd(text);
        int colon = prompt.lastIndexOf(':');
        if (colon >= 0) {
            String number = prompt.substring(Characters.afterBlanks(prompt, colon + 1));
            OptionalDouble weight = number.matches("[^eE]*") ? Numbers.decimal(number) : OptionalDouble.empty();
            if (weight.isPresent()) {
                return new Part(trimmedEnd(prompt.substring(0, colon)), weight.getAsDouble());
            }
        }
        return new Part(prompt, 1);
    }

    private static String trimmedEnd(String text) {
        return text.substring(0, Characters.beforeBlanks(text, text.length()));
    }
}
