package dev.darkroom.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tensors of one safetensors file: eight bytes of header length, a JSON header, raw little-endian values. */
public final class GoldenTensors {

    /** For documents that have no tensors. */
    public static final GoldenTensors NONE = new GoldenTensors(Map.of());

    private final Map<String, GoldenTensor> tensors;

    private GoldenTensors(Map<String, GoldenTensor> tensors) {
        this.tensors = tensors;
    }

    static GoldenTensors map(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(MapMode.READ_ONLY, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN);
            int headerLength = Math.toIntExact(bytes.getLong(0));
            byte[] header = new byte[headerLength];
            bytes.get(8, header);
            JsonNode entries = new JsonMapper().readTree(new String(header, StandardCharsets.UTF_8));
            Map<String, GoldenTensor> tensors = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : entries.properties()) {
                if (!entry.getKey().equals("__metadata__")) {
                    tensors.put(entry.getKey(), tensor(entry.getValue(), bytes, 8 + headerLength));
                }
            }
            return new GoldenTensors(tensors);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static GoldenTensor tensor(JsonNode entry, ByteBuffer bytes, int base) {
        int[] shape = new int[entry.path("shape").size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = entry.path("shape").path(i).asInt();
        }
        int begin = entry.path("data_offsets").path(0).asInt();
        int end = entry.path("data_offsets").path(1).asInt();
        ByteBuffer values = bytes.slice(base + begin, end - begin).order(ByteOrder.LITTLE_ENDIAN);
        return new GoldenTensor(entry.path("dtype").asString(), shape, values);
    }

    /** Whether the file holds a tensor of that name. */
    public boolean has(String name) {
        return tensors.containsKey(name);
    }

    /** All names, in the order of the header. */
    public Set<String> names() {
        return tensors.keySet();
    }

    /** The tensor of that name. */
    public GoldenTensor get(String name) {
        GoldenTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new AssertionError("the fixture has no tensor " + name);
        }
        return tensor;
    }

    /** The values of a tensor of type F32, F16 or BF16. */
    public float[] floats(String name) {
        return get(name).floats();
    }
}
