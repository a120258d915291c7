package dev.darkroom.training.stage;

import dev.darkroom.training.UnusableSettingsException;
import dev.darkroom.training.data.ExampleSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The classes of examples: values of one attribute, or the folders that the pictures lie in. One class more, the last,
 * stands for examples whose class is hidden or not known.
 *
 * @param attribute that they are values of; empty if there are no classes
 * @param names in order
 */
record ClassLabels(String attribute, List<String> names) {

    private static final String FOLDER = "folder";
    private static final int MOST = 1000;

    /**
     * Finds the classes.
     *
     * @param surveyed examples to look at
     * @throws UnusableSettingsException if they are fewer than two or too many
     */
    static ClassLabels of(ExampleSource source, String attribute, int surveyed) throws IOException {
        if (attribute.isEmpty()) {
            return new ClassLabels(attribute, List.of());
        }
        TreeSet<String> found = new TreeSet<>();
        TreeSet<String> known = new TreeSet<>();
        try (CaptionReader reader = CaptionReader.open(source, 0)) {
            for (int i = 0; i < surveyed; i++) {
                Caption caption = reader.next();
                known.addAll(caption.attributes().keySet());
                String value = value(attribute, caption.key(), caption.attributes());
                if (!value.isEmpty()) {
                    found.add(value);
                }
            }
        }
        if (found.size() < 2 || found.size() > MOST) {
            throw new UnusableSettingsException("objective.classes is " + attribute + ", of which " + surveyed
                    + " examples have " + found.size() + " values; say one with 2 to " + MOST + " of "
                    + String.join(", ", known) + ", or " + FOLDER + " for the pictures' folders");
        }
        return new ClassLabels(attribute, List.copyOf(found));
    }

    private static String value(String attribute, String key, Map<String, String> attributes) {
        if (!attribute.equals(FOLDER)) {
            return attributes.getOrDefault(attribute, "");
        }
        return key.contains("/") ? key.substring(0, key.lastIndexOf('/')) : "";
    }

    /** Classes of the network: the names, and the hidden one; 0 for a network without classes. */
    int count() {
        return names.isEmpty() ? 0 : names.size() + 1;
    }

    /** The class that stands for "not said". */
    int hidden() {
        return names.size();
    }

    /** The class of an example. */
    int of(Caption caption) {
        int index = names.indexOf(value(attribute, caption.key(), caption.attributes()));
        return index < 0 ? hidden() : index;
    }
}
