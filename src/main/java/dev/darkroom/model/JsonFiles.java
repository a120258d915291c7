package dev.darkroom.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON files of a model directory; Python's {@code Infinity} and {@code NaN} are understood. */
final class JsonFiles {

    private static final long LONGEST = 64L << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private JsonFiles() {}

    /** A file that holds one JSON object. */
    static JsonNode object(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new ModelFormatException(file + " is larger than any configuration file");
            }
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            if (!json.isObject()) {
                throw new ModelFormatException(file + " does not hold a JSON object; download it again");
            }
            return json;
        } catch (NoSuchFileException e) {
            throw new ModelFormatException(file + " is missing; download the whole model", e);
        } catch (IOException e) {
            throw new ModelFormatException(file + " cannot be read: " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new ModelFormatException(
                    file + " is not valid JSON: " + e.getOriginalMessage() + "; download it again", e);
        }
    }

    /** What stands for a file that need not be there. */
    static JsonNode empty() {
        return JSON.createObjectNode();
    }

    /** The same as plain values. */
    static Map<String, Object> map(Path file) {
        return JSON.convertValue(object(file), new TypeReference<Map<String, Object>>() {});
    }
}
