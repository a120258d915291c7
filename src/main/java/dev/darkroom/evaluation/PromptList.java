package dev.darkroom.evaluation;

import dev.darkroom.training.world.scene.Curriculum;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prompts to evaluate with. In a file each has a line of JSON: {@code {"prompt": "a red heart", "scene": {"object":
 * "heart", "colour": "red"}, "said": ["object", "colour"]}}.
 */
public final class PromptList {

    private static final String FIXED = "/evaluation/prompts.jsonl";

    private PromptList() {}

    /** The list that lies in the jar: two of five combinations are held out from training. */
    public static List<EvaluationPrompt> fixed() {
        try (InputStream in = PromptList.class.getResourceAsStream(FIXED)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + FIXED);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), FIXED);
        } catch (IOException e) {
            throw new IllegalStateException("the jar cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a list.
     *
     * @throws UnusablePromptsException naming file, line and what is wrong
     */
    public static List<EvaluationPrompt> read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UnusablePromptsException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Those that a curriculum has pictures of, spread over the list, at most so many. */
    public static List<EvaluationPrompt> chosen(List<EvaluationPrompt> prompts, Curriculum within, int most) {
        List<EvaluationPrompt> fitting = prompts.stream()
                .filter(prompt -> prompt.since().compareTo(within) <= 0)
                .toList();
        if (fitting.size() <= most) {
            return fitting;
        }
        List<EvaluationPrompt> chosen = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            chosen.add(fitting.get((int) ((long) i * fitting.size() / most)));
        }
        return chosen;
    }

    private static List<EvaluationPrompt> parse(String text, String file) {
        List<EvaluationPrompt> prompts = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                prompts.add(prompt(lines.get(i), file + ", line " + (i + 1)));
            }
        }
        if (prompts.isEmpty()) {
            throw new UnusablePromptsException(file + " has no prompts", null);
        }
        return List.copyOf(prompts);
    }

    private static EvaluationPrompt prompt(String line, String where) {
        try {
            JsonNode json = JsonMapper.shared().readTree(line);
            Map<String, String> scene = new LinkedHashMap<>();
            json.path("scene")
                    .properties()
                    .forEach(label -> scene.put(label.getKey(), label.getValue().asString()));
            Set<String> said = new LinkedHashSet<>();
            json.path("said").forEach(attribute -> said.add(attribute.asString()));
            return new EvaluationPrompt(json.path("prompt").asString(""), scene, said);
        } catch (JacksonException e) {
            throw new UnusablePromptsException(where + ": no JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new UnusablePromptsException(where + ": " + e.getMessage(), e);
        }
    }
}
