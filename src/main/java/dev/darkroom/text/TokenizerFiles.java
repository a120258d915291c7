package dev.darkroom.text;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON files of a tokenizer folder. */
final class TokenizerFiles {

    private static final JsonMapper JSON = new JsonMapper();

    private TokenizerFiles() {}

    /** @throws UnusableTokenizerException if the file is missing or not one JSON object */
    static JsonNode object(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableTokenizerException(file, "is missing", null);
        }
        JsonNode document = parse(file);
        if (!document.isObject()) {
            throw new UnusableTokenizerException(file, "is not a JSON object", null);
        }
        return document;
    }

    /** Like {@link #object}; an empty object if there is no such file. */
    static JsonNode objectIfThere(Path file) {
        return Files.exists(file) ? object(file) : JSON.createObjectNode();
    }

    private static JsonNode parse(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (JacksonException e) {
            throw new UnusableTokenizerException(file, "is not readable JSON", e);
        }
    }
}
