package dev.darkroom.pipeline;

import dev.darkroom.generation.NearNames;
import dev.darkroom.generation.Quoted;
import dev.darkroom.pipeline.PromptSettings.Style;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Named prompt templates, applied as webui applies its own. Immutable. */
public final class Styles {

    private static final String PLACE = "{prompt}";

    private final Map<String, Style> styles;

    public Styles(PromptSettings settings) {
        this.styles = new TreeMap<>(settings.styles());
    }

    /** All styles by name. */
    public Map<String, Style> all() {
        return Map.copyOf(styles);
    }

    /** The prompt with these styles, one after the other; unknown ones go into {@code check}. */
    String prompt(String prompt, Iterable<String> names, FieldCheck check) {
        return applied(prompt, names, Style::prompt, check);
    }

    /** The negative prompt with these styles; unknown ones are left out, {@link #prompt} has told of them. */
    String negativePrompt(String prompt, Iterable<String> names) {
        return applied(prompt, names, Style::negativePrompt, new FieldCheck());
    }

    private String applied(String prompt, Iterable<String> names, Function<Style, String> words, FieldCheck check) {
        String applied = prompt;
        Set<String> unknown = new LinkedHashSet<>();
        for (String name : names) {
            Style style = styles.get(name);
            if (style == null) {
                unknown.add(name);
            } else {
                applied = merged(applied, words.apply(style));
            }
        }
        for (String name : unknown) {
            check.error(
                    "styles",
                    "there is no style " + Quoted.of(name) + NearNames.hint(name, styles.keySet())
                            + "; GET /api/v1/styles lists them all");
        }
        return applied;
    }

    private static String merged(String prompt, String template) {
        if (template.contains(PLACE)) {
            return template.replace(PLACE, prompt);
        }
        String before = prompt.strip();
        String after = template.strip();
        return before.isEmpty() || after.isEmpty() ? before + after : before + ", " + after;
    }
}
