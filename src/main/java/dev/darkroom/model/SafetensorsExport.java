package dev.darkroom.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes safetensors files (https://huggingface.co/docs/safetensors). A file appears whole or not at all: it is written
 * beside its place, forced to the disk and renamed.
 */
public final class SafetensorsExport {

    private static final int ALIGNMENT = 8;

    private SafetensorsExport() {}

    /** How numbers are stored. */
    public enum Format {
        F32(Float.BYTES),
        F16(Short.BYTES);

        private final int bytes;

        Format(int bytes) {
            this.bytes = bytes;
        }
    }

    /**
     * A tensor to write.
     *
     * @param numbers row-major
     * @param shape dimensions, whose product is the count of the numbers
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Tensor(float[] numbers, long... shape) {}

    /**
     * Replaces or makes the file.
     *
     * @param tensors by name, written in this order
     * @param metadata texts of the header's {@code __metadata__}; may be empty
     * @throws IOException if it cannot be written; what was there before is still there then
     */
    public static void write(Path file, Map<String, Tensor> tensors, Format format, Map<String, String> metadata)
            throws IOException {
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            writeAll(channel, header(tensors, format, metadata));
            for (Tensor tensor : tensors.values()) {
                writeAll(channel, bytes(tensor.numbers(), format));
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ByteBuffer header(Map<String, Tensor> tensors, Format format, Map<String, String> metadata) {
        Map<String, Object> header = new LinkedHashMap<>();
        if (!metadata.isEmpty()) {
            header.put("__metadata__", metadata);
        }
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            Tensor tensor = entry.getValue();
            if (Arrays.stream(tensor.shape()).reduce(1, Math::multiplyExact) != tensor.numbers().length) {
                throw new IllegalArgumentException(entry.getKey() + " has " + tensor.numbers().length
                        + " numbers, which is not the shape " + Arrays.toString(tensor.shape()));
            }
            long end = offset + (long) tensor.numbers().length * format.bytes;
            header.put(
                    entry.getKey(),
                    Map.of("dtype", format.name(), "shape", tensor.shape(), "data_offsets", new long[] {offset, end}));
            offset = end;
        }
        byte[] json = JsonMapper.shared().writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
        int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] padded = Arrays.copyOf(json, length);
        Arrays.fill(padded, json.length, length, (byte) ' ');
        return ByteBuffer.allocate(Long.BYTES + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(padded)
                .flip();
    }

    private static ByteBuffer bytes(float[] numbers, Format format) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(numbers.length, format.bytes))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float number : numbers) {
            if (format == Format.F32) {
                bytes.putFloat(number);
            } else {
                bytes.putShort(HalfPrecision.of(number));
            }
        }
        return bytes.flip();
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
