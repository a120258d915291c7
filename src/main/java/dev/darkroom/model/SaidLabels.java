package dev.darkroom.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Names of classes as a file says them under {@code labels}.
 *
 * @param file where they stand, for messages
 * @param names by number; empty if it says none
 */
record SaidLabels(Path file, List<String> names) {

    private static final int LONGEST = 100;

    /** @throws ModelFormatException if they are no names that tell classes apart */
    static SaidLabels of(Path file, JsonNode json) {
        List<String> names = new ArrayList<>();
        for (JsonNode entry : json.path("labels")) {
            String name = entry.asString("");
            if (name.isBlank() || name.length() > LONGEST) {
                throw new ModelFormatException(
                        file + ": labels holds " + entry + "; a label is a text of 1 to " + LONGEST + " characters");
            }
            names.add(name);
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new ModelFormatException(file + ": labels holds a name twice; each class needs its own");
        }
        return new SaidLabels(file, names);
    }

    /**
     * The labels of a network's classes; without names they are their numbers. One class more than there are names
     * stands for "no label".
     *
     * @param classes of the network, 0 for none
     * @throws ModelFormatException if names and classes do not fit together
     */
    Conditioning of(int classes) {
        if (names.isEmpty()) {
            List<String> numbers =
                    IntStream.range(0, classes).mapToObj(Integer::toString).toList();
            return Conditioning.label(numbers, false);
        }
        if (classes != names.size() && classes != names.size() + 1) {
            throw new ModelFormatException(
                    file + ": labels has " + names.size() + " names, but the network has " + classes
                            + " classes (num_class_embeds); name each, or all but the last, which then means no label");
        }
        return Conditioning.label(names, classes > names.size());
    }
}
