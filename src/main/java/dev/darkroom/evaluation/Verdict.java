package dev.darkroom.evaluation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a prompt a picture shows.
 *
 * @param right by the attributes of reports that the prompt says something of: object, colour, count, background, position,
 *     mood, wear
 * @param mistakes what the judge saw instead, for people
 */
public record Verdict(Map<String, Boolean> right, String mistakes) {

    private static final String SECOND = "2";

    /**
     * Compares. Two things that stand the other way round are the right things in the wrong position: each is compared with
     * the one that it should be. What is said of two things is right if it is right of both.
     */
    static Verdict of(EvaluationPrompt prompt, Map<String, String> seen) {
        Map<String, String> expected = prompt.expected();
        boolean exchanged = exchanged(expected, seen);
        Map<String, Boolean> right = new LinkedHashMap<>();
        Set<String> mistakes = new LinkedHashSet<>();
        expected.forEach((attribute, label) -> {
            String found = Objects.requireNonNullElse(seen.get(exchanged ? other(attribute) : attribute), "");
            boolean same = found.equals(label) && !(exchanged && attribute.equals("relation"));
            right.merge(figure(attribute), same, Boolean::logicalAnd);
            if (!same) {
                mistakes.add(exchanged && attribute.equals("relation") ? "exchanged" : attribute + " " + found);
            }
        });
        return new Verdict(right, mistakes.stream().map(String::strip).collect(Collectors.joining(", ")));
    }

    /** Whether everything is right. */
    public boolean all() {
        return right.values().stream().allMatch(Boolean::booleanValue);
    }

    private static boolean exchanged(Map<String, String> expected, Map<String, String> seen) {
        String first = expected.get("object");
        String second = expected.get("object2");
        return first != null
                && second != null
                && first.equals(seen.get("object2"))
                && second.equals(seen.get("object"));
    }

    private static String other(String attribute) {
        if (attribute.endsWith(SECOND)) {
            return attribute.substring(0, attribute.length() - 1);
        }
        return switch (attribute) {
            case "object", "colour", "mood", "wear", "wear_colour" -> attribute + SECOND;
            default -> attribute;
        };
    }

    private static String figure(String attribute) {
        String one = attribute.endsWith(SECOND) ? attribute.substring(0, attribute.length() - 1) : attribute;
        return one.equals("relation") ? "position" : one;
    }
}
