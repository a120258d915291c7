package dev.darkroom.model;

import dev.darkroom.generation.Quoted;
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
 * The checked header of a safetensors file: its tensors follow one another without gaps, to the last byte.
 *
 * @param entries tensors by name, in the order in which they lie in the file
 * @param metadata texts of {@code __metadata__}
 * @param dataStart offset of the first tensor's first byte in the file
 */
record SafetensorsHeader(Map<String, TensorEntry> entries, Map<String, String> metadata, long dataStart) {

    private static final int LENGTH_BYTES = 8;

    /** Room for 200,000 tensors; parsing takes some twenty times as much memory. */
    private static final long LONGEST = 16 << 20;

    private static final String METADATA = "__metadata__";

    private static final Comparator<TensorEntry> IN_FILE_ORDER =
            Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @throws ModelFormatException if the header is broken or does not fit the file */
    static SafetensorsHeader read(Path path, FileChannel channel) throws IOException {
        long size = channel.size();
        int length = length(path, channel, size);
        JsonNode json = parse(path, read(path, channel, LENGTH_BYTES, length).array());
        long dataStart = LENGTH_BYTES + (long) length;
        List<Map.Entry<String, TensorEntry>> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!field.getKey().equals(METADATA)) {
                TensorEntry entry = new TensorEntryReader(path, field.getKey()).read(field.getValue());
                found.add(Map.entry(field.getKey(), entry));
            }
        }
        found.sort(Map.Entry.comparingByValue(IN_FILE_ORDER));
        checkCoverage(path, found, size - dataStart);
        Map<String, TensorEntry> entries = new LinkedHashMap<>();
        found.forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        Map<String, String> metadata = new LinkedHashMap<>();
        json.path(METADATA)
                .properties()
                .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asString("")));
        return new SafetensorsHeader(entries, metadata, dataStart);
    }

    private static int length(Path path, FileChannel channel, long size) throws IOException {
        if (size < LENGTH_BYTES) {
            throw broken(path, "it has only " + size + " bytes; the download was probably cut off");
        }
        long length = read(path, channel, 0, LENGTH_BYTES).getLong();
        if (length < 0 || length > size - LENGTH_BYTES) {
            throw broken(
                    path,
                    "its header claims " + Long.toUnsignedString(length) + " bytes, the file has " + size
                            + "; the download was probably cut off, or it is not a safetensors file");
        }
        if (length > LONGEST) {
            throw broken(path, "its header has " + length + " bytes; more than " + LONGEST + " are not accepted");
        }
        return (int) length;
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

    private static JsonNode parse(Path path, byte[] header) {
        try {
            JsonNode json = JSON.readTree(header);
            if (json.isObject()) {
                return json;
            }
            throw broken(path, "its header is not a JSON object");
        } catch (JacksonException e) {
            throw new ModelFormatException(path + ": its header is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void checkCoverage(Path path, List<Map.Entry<String, TensorEntry>> sorted, long available) {
        long end = 0;
        for (Map.Entry<String, TensorEntry> next : sorted) {
            String tensor = "tensor " + Quoted.of(next.getKey());
            TensorEntry entry = next.getValue();
            if (entry.end() > available) {
                throw broken(
                        path,
                        tensor + " ends at byte " + entry.end() + " of the data, but the file has only " + available
                                + "; the download was probably cut off");
            }
            if (entry.begin() != end) {
                throw broken(
                        path,
                        tensor + " begins at byte " + entry.begin() + " of the data instead of " + end
                                + (entry.begin() < end
                                        ? ": it overlaps the one before"
                                        : ": bytes before it belong to no tensor"));
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
