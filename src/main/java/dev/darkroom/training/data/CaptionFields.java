package dev.darkroom.training.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Captions and attributes as the files beside pictures have them.
 *
 * <ul>
 *   <li>text: each line that is not empty is a caption;
 *   <li>JSON objects: {@code captions} (a list), or else the first of {@code text}, {@code caption}, {@code prompt},
 *       {@code captions} that is there; {@code attributes} is an object of short values.
 * </ul>
 *
 * @param captions alternatives, in the file's order
 */
record CaptionFields(List<String> captions, Map<String, String> attributes) {

    static final CaptionFields NONE = new CaptionFields(List.of(), Map.of());

    private static final List<String> CAPTION_FIELDS = List.of("text", "caption", "prompt", "captions");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static CaptionFields ofText(byte[] text) {
        List<String> captions = new String(text, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replace("\uFEFF", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        return new CaptionFields(captions, Map.of());
    }

    /** @throws JacksonException if it is no JSON */
    static CaptionFields ofJson(byte[] json) {
        return ofJson(JSON.readTree(json));
    }

    /** @throws JacksonException if it is no JSON */
    static JsonNode parse(String json) {
        return JSON.readTree(json);
    }

    static CaptionFields ofJson(JsonNode json) {
        List<String> captions = strings(json.path("captions"));
        for (String field : CAPTION_FIELDS) {
            if (captions.isEmpty()) {
                captions = strings(json.path(field));
            }
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : json.path("attributes").properties()) {
            if (field.getValue().isValueNode()) {
                attributes.put(field.getKey(), field.getValue().asString());
            }
        }
        return new CaptionFields(captions, attributes);
    }

    private static List<String> strings(JsonNode node) {
        List<String> strings = new ArrayList<>();
        if (node.isString()) {
            strings.add(node.stringValue().strip());
        }
        if (node.isArray()) {
            node.forEach(element -> strings.addAll(strings(element)));
        }
        strings.removeIf(String::isEmpty);
        return strings;
    }

    /** These captions, or the other's where there are none; the attributes of both. */
    CaptionFields or(CaptionFields other) {
        Map<String, String> both = new LinkedHashMap<>(other.attributes);
        both.putAll(attributes);
        return new CaptionFields(captions.isEmpty() ? other.captions : captions, both);
    }
}
