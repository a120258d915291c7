package dev.darkroom.text;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What {@code tokenizer_config.json} says, and {@code special_tokens_map.json} where that is silent.
 *
 * @param start token before a prompt
 * @param end token after a prompt
 * @param padding token that fills a row
 * @param normalized of each of these and of the token for unknown text: whether it is looked for in normalised text
 *     rather than in the text as written
 * @param maxLength ids of a row, start and end among them
 */
record TokenizerConfig(String start, String end, String padding, Map<String, Boolean> normalized, int maxLength) {

    private static final String START = "<|startoftext|>";
    private static final String END = "<|endoftext|>";

    /** CLIP's number of positions; stands for a length that is missing or says "no limit". */
    private static final int CLIP_LENGTH = 77;

    private static final int LONGEST = 1 << 16;

    static TokenizerConfig read(Path folder) {
        Path file = folder.resolve("tokenizer_config.json");
        JsonNode config = TokenizerFiles.object(file);
        JsonNode map = TokenizerFiles.objectIfThere(folder.resolve("special_tokens_map.json"));
        Map<String, JsonNode> tokens = new LinkedHashMap<>();
        for (String name : List.of("bos_token", "eos_token", "unk_token", "pad_token")) {
            tokens.put(name, config.hasNonNull(name) ? config.path(name) : map.path(name));
        }
        String start = content(tokens.get("bos_token"), START);
        String end = content(tokens.get("eos_token"), END);
        String padding = content(tokens.get("pad_token"), end);
        return new TokenizerConfig(start, end, padding, normalized(tokens), length(file, config));
    }

    /** A token given as a plain string is looked for as written, also if another entry says otherwise. */
    private static Map<String, Boolean> normalized(Map<String, JsonNode> tokens) {
        Map<String, Boolean> normalized = new HashMap<>();
        tokens.forEach((name, token) -> {
            String content = content(token, name.equals("bos_token") ? START : END);
            boolean flag = !token.isString() && token.path("normalized").asBoolean(true);
            normalized.merge(content, flag, Boolean::logicalAnd);
        });
        return Map.copyOf(normalized);
    }

    private static String content(JsonNode token, String fallback) {
        return token.isString() ? token.stringValue() : token.path("content").asString(fallback);
    }

    private static int length(Path file, JsonNode config) {
        double length = config.path("model_max_length").asDouble(CLIP_LENGTH);
        if (!(length > 2)) {
            throw new UnusableTokenizerException(file, "has a model_max_length that leaves no room for a word", null);
        }
        return length > LONGEST ? CLIP_LENGTH : (int) length;
    }
}
