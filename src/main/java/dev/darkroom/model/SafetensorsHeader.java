package dev.darkroom.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The checked header of a safetensors file.
 *
 * @param entries tensors by name, in the order in which they lie in the file
 * @param dataStart offset of the first tensor's first byte in the file
 */
record SafetensorsHeader(Map<String, TensorEntry> entries, long dataStart) {

    private static final int LENGTH_BYTES = 8;
    /** The bound of the reference implementation. */
    private static final long LONGEST = 100_000_000;

    private static final String METADATA = "__metadata__";

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

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static SafetensorsHeader read(Path path, FileChannel channel) throws IOException {
        long size = channel.size();
        long length =
                size < LENGTH_BYTES ? -1 : read(path, channel, 0, LENGTH_BYTES).getLong();
        if (length < 0 || length > size - LENGTH_BYTES) {
            throw broken(
                    path,
                    "its header claims " + Long.toUnsignedString(length) + " bytes, the file has " + size
                            + "; the download was probably cut off, or it is not a safetensors file");
        }
        if (length > LONGEST) {
            throw broken(path, "its header has " + length + " bytes; more than " + LONGEST + " are not accepted");
        }
        JsonNode json = parse(path, read(path, channel, LENGTH_BYTES, (int) length));
        long dataStart = LENGTH_BYTES + length;
        Map<String, TensorEntry> entries = new LinkedHashMap<>();
        List<Map.Entry<String, TensorEntry>> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!field.getKey().equals(METADATA)) {
                found.add(Map.entry(field.getKey(), entry(path, field.getKey(), field.getValue())));
            }
        }
        found.sort(Comparator.comparingLong(e -> e.getValue().begin()));
        checkCoverage(path, found, size - dataStart);
        found.forEach(e -> entries.put(e.getKey(), e.getValue()));
        return new SafetensorsHeader(entries, dataStart);
    }

    private static ByteBuffer read(Path path, FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw broken(path, "it ended while its header was read");
            }
        }
        return buffer.flip();
    }

    private static JsonNode parse(Path path, ByteBuffer header) {
        try {
            JsonNode json = JSON.readTree(header.array());
            if (json.isObject()) {
                return json;
            }
            throw broken(path, "its header is not a JSON object");
        } catch (JacksonException e) {
            throw new ModelFormatException(path + ": its header is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static TensorEntry entry(Path path, String name, JsonNode json) {
        String type = json.path("dtype").asString("");
        Integer width = BYTES.get(type);
        if (width == null) {
            throw broken(path, "tensor " + name + " has the unknown number format '" + type + "'");
        }
        long[] shape = wholes(path, name, json.path("shape"), "shape");
        long[] offsets = wholes(path, name, json.path("data_offsets"), "data_offsets");
        if (offsets.length != 2 || offsets[0] > offsets[1]) {
            throw broken(path, "tensor " + name + " needs data_offsets [begin, end] with begin <= end");
        }
        long expected = width;
        try {
            for (long dimension : shape) {
                expected = Math.multiplyExact(expected, dimension);
            }
        } catch (ArithmeticException overflow) {
            throw broken(path, "tensor " + name + " has an impossibly large shape");
        }
        if (expected != offsets[1] - offsets[0]) {
            throw broken(
                    path,
                    "tensor " + name + " of shape " + json.path("shape") + " and format " + type + " needs " + expected
                            + " bytes but its offsets span " + (offsets[1] - offsets[0]));
        }
        return new TensorEntry(type, shape, offsets[0], offsets[1]);
    }

    private static long[] wholes(Path path, String name, JsonNode json, String field) {
        if (!json.isArray()) {
            throw broken(path, "tensor " + name + " has no " + field);
        }
        long[] values = new long[json.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode value = json.get(i);
            if (!value.canConvertToLong() || !value.isIntegralNumber() || value.asLong() < 0) {
                throw broken(path, "tensor " + name + " has " + field + " with " + value + ", not a whole number >= 0");
            }
            values[i] = value.asLong();
        }
        return values;
    }

    private static void checkCoverage(Path path, List<Map.Entry<String, TensorEntry>> sorted, long available) {
        long end = 0;
        for (Map.Entry<String, TensorEntry> next : sorted) {
            TensorEntry entry = next.getValue();
            if (entry.end() > available) {
                throw broken(
                        path,
                        "tensor " + next.getKey() + " ends at byte " + entry.end()
                                + " of the data, but the file has only " + available
                                + "; the download was probably cut off");
            }
            if (entry.begin() != end) {
                throw broken(
                        path,
                        "tensor " + next.getKey() + " begins at byte " + entry.begin() + " of the data instead of "
                                + end
                                + (entry.begin() < end
                                        ? ": it overlaps the one before"
                                        : ": bytes before it belong to nobody"));
            }
            end = entry.end();
        }
        if (end != available) {
            throw broken(path, (available - end) + " bytes at its end belong to no tensor");
        }
    }

    private static ModelFormatException broken(Path path, String what) {
        return new ModelFormatException(path + ": " + what);
    }
}
