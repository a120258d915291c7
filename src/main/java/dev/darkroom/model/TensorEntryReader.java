package dev.darkroom.model;

import dev.darkroom.generation.Quoted;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reads and checks one tensor's entry in the header of a safetensors file.
 *
 * @param file for messages
 * @param name of the tensor
 */
record TensorEntryReader(Path file, String name) {

    /** More than any network has; keeps messages short. */
    private static final int MOST_DIMENSIONS = 16;

    private static final Map<String, Integer> BYTES = Map.ofEntries(
            Map.entry("BOOL", 1),
            Map.entry("U8", 1),
            Map.entry("I8", 1),
            Map.entry("F8_E4M3", 1),
            Map.entry("F8_E5M2", 1),
            Map.entry("U16", 2),
            Map.entry("I16", 2),
            Map.entry("F16", 2),
            Map.entry("BF16", 2),
            Map.entry("U32", 4),
            Map.entry("I32", 4),
            Map.entry("F32", 4),
            Map.entry("U64", 8),
            Map.entry("I64", 8),
            Map.entry("F64", 8));

    /** @throws ModelFormatException if the entry is incomplete or contradicts itself */
    TensorEntry read(JsonNode json) {
        String type = json.path("dtype").asString("");
        Integer width = BYTES.get(type);
        if (width == null) {
            throw broken("has the unknown number format " + Quoted.of(type));
        }
        long[] shape = wholes(json, "shape");
        long[] offsets = wholes(json, "data_offsets");
        if (offsets.length != 2 || offsets[0] > offsets[1]) {
            throw broken("needs data_offsets [begin, end] with begin <= end");
        }
        long expected = bytes(width, shape);
        if (expected != offsets[1] - offsets[0]) {
            throw broken("of shape " + json.path("shape") + " and format " + type + " needs " + expected
                    + " bytes but its offsets span " + (offsets[1] - offsets[0]));
        }
        return new TensorEntry(type, shape, offsets[0], offsets[1]);
    }

    private long bytes(int width, long[] shape) {
        try {
            long bytes = width;
            for (long dimension : shape) {
                bytes = Math.multiplyExact(bytes, dimension);
            }
            return bytes;
        } catch (ArithmeticException overflow) {
            throw broken("has an impossibly large shape");
        }
    }

    private long[] wholes(JsonNode json, String field) {
        JsonNode list = json.path(field);
        if (!list.isArray() || list.size() > MOST_DIMENSIONS) {
            throw broken("has no " + field + ", a list of at most " + MOST_DIMENSIONS + " numbers");
        }
        long[] values = new long[list.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode value = list.get(i);
            if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
                throw broken("has " + field + " with " + Quoted.of(value.toString()) + ", not a whole number >= 0");
            }
            values[i] = value.asLong();
        }
        return values;
    }

    private ModelFormatException broken(String what) {
        return new ModelFormatException(file + ": tensor " + Quoted.of(name) + " " + what);
    }
}
