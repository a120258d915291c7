package dev.darkroom.text.infotext;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a picture was made, as text.
 *
 * @param prompt what it shows, may have several lines
 * @param negativePrompt what it does not show
 * @param fields values by name, in order; a size {@code 512x768} is read as the two fields {@code Size-1} and
 *     {@code Size-2}
 */
public record Infotext(String prompt, String negativePrompt, Map<String, String> fields) {

    private static final String NEGATIVE = "Negative prompt:";
    private static final int FEWEST_FIELDS = 3;

    public Infotext {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Reads any text; the last line holds fields if it has at least three. */
    public static Infotext read(String text) {
        List<String> lines = new ArrayList<>(List.of(text.strip().split("\n", -1)));
        Map<String, String> fields = Map.of();
        FieldLine last = FieldLine.read(lines.get(lines.size() - 1));
        if (last.count() >= FEWEST_FIELDS) {
            fields = last.fields();
            lines.remove(lines.size() - 1);
        }
        List<String> prompt = new ArrayList<>();
        List<String> negative = new ArrayList<>();
        List<String> current = prompt;
        for (String line : lines) {
            String content = line.strip();
            if (content.startsWith(NEGATIVE)) {
                current = negative;
                content = content.substring(NEGATIVE.length()).strip();
            }
            if (!current.isEmpty() || !content.isEmpty()) { // what is still empty takes no line feed
                current.add(content);
            }
        }
        return new Infotext(String.join("\n", prompt), String.join("\n", negative), fields);
    }

    /** Writes it, fields in webui's order; a field whose value is its own name is written once. */
    public String write() {
        String negative = negativePrompt.isEmpty() ? "" : "\n" + NEGATIVE + " " + negativePrompt;
        String line = FieldOrder.sorted(fields).entrySet().stream()
                .map(field -> field.getKey().equals(field.getValue())
                        ? field.getKey()
                        : field.getKey() + ": " + Quotation.quoted(field.getValue()))
                .collect(Collectors.joining(", "));
        return (prompt + negative + "\n" + line).strip();
    }
}
