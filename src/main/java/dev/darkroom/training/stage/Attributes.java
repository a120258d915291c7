package dev.darkroom.training.stage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The labels that examples have, as numbers. The first class of every attribute is "has none or another".
 *
 * @param values classes by attribute, in order
 */
record Attributes(Map<String, List<String>> values) {

    private static final String NONE = "";

    static Attributes of(Collection<Caption> captions) {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        captions.forEach(caption -> caption.attributes()
                .forEach((name, value) ->
                        found.computeIfAbsent(name, key -> new TreeSet<>()).add(value)));
        Map<String, List<String>> values = new LinkedHashMap<>();
        found.forEach((name, labels) -> {
            List<String> classes = new ArrayList<>();
            classes.add(NONE);
            classes.addAll(labels);
            values.put(name, classes);
        });
        return new Attributes(values);
    }

    /** Class of a caption in one attribute. */
    int label(String name, Caption caption) {
        String value = caption.attributes().getOrDefault(name, NONE);
        return Math.max(0, values.getOrDefault(name, List.of()).indexOf(value));
    }
}
