package dev.darkroom.text;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What {@code tokenizer_config.json} and {@code special_tokens_map.json} say.
 *
 * @param start token before a prompt
 * @param end token after a prompt
 * @param padding token that fills a row
 * @param special how these, the token for unknown text and tokens added by hand are looked for in a text
 * @param maxLength ids of a row, start and end among them
 */
record TokenizerConfig(String start, String end, String padding, Map<String, Special> special, int maxLength) {

    private static final String START = "<|startoftext|>";
    private static final String END = "<|endoftext|>";

    /** CLIP's number of positions; stands for a length that is missing or says "no limit". */
    private static final int CLIP_LENGTH = 77;

    private static final int LONGEST = 1 << 16;
    private static final int START_AND_END = 2;

    /**
     * Reads a tokenizer folder. The map of special tokens goes before the configuration, except where the latter lists
     * added tokens: then the map is a copy for older readers.
     *
     * @throws UnusableTokenizerException if a file is not usable
     */
    static TokenizerConfig read(Path folder) {
        Path file = folder.resolve("tokenizer_config.json");
        JsonNode config = TokenizerFiles.object(file);
        JsonNode added = config.path("added_tokens_decoder");
        JsonNode map = added.isEmpty()
                ? TokenizerFiles.objectIfThere(folder.resolve("special_tokens_map.json"))
                : added.path("none");
        Map<String, Special> special = new HashMap<>();
        note(special, entry(map, config, "unk_token"), END);
        String start = note(special, entry(map, config, "bos_token"), START);
        String end = note(special, entry(map, config, "eos_token"), END);
        String padding = note(special, entry(map, config, "pad_token"), end);
        added.properties().forEach(token -> noteAdded(special, token, file));
        special.remove("");
        return new TokenizerConfig(start, end, padding, Map.copyOf(special), length(config, file));
    }

    private static JsonNode entry(JsonNode map, JsonNode config, String name) {
        return map.hasNonNull(name) ? map.path(name) : config.path(name);
    }

    /** A token given as a plain string is looked for as written, also if another entry says otherwise. */
    private static String note(Map<String, Special> special, JsonNode token, String fallback) {
        String content =
                token.isString() ? token.stringValue() : token.path("content").asString(fallback);
        boolean normalized = token.isObject() && token.path("normalized").asBoolean(true);
        special.merge(
                content, new Special(null, normalized), (a, b) -> new Special(null, a.normalized() && b.normalized()));
        return content;
    }

    private static void noteAdded(Map<String, Special> special, Map.Entry<String, JsonNode> token, Path file) {
        JsonNode description = token.getValue();
        try {
            special.put(
                    description.path("content").asString(""),
                    new Special(
                            Integer.valueOf(token.getKey()),
                            description.path("normalized").asBoolean(true)));
        } catch (NumberFormatException e) {
            throw new UnusableTokenizerException(file, "has an added token without a number: " + token.getKey(), e);
        }
    }

    private static int length(JsonNode config, Path file) {
        double length = config.path("model_max_length").asDouble(CLIP_LENGTH);
        if (!(length > START_AND_END)) {
            throw new UnusableTokenizerException(file, "has a model_max_length that leaves no room for a word", null);
        }
        return length > LONGEST ? CLIP_LENGTH : (int) length;
    }

    /**
     * How a special token is looked for.
     *
     * @param id its id; null if the vocabulary says it
     * @param normalized whether it is looked for in normalised text rather than in the text as written
     */
    record Special(@Nullable Integer id, boolean normalized) {}
}
