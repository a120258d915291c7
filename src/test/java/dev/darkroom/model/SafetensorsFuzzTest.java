package dev.darkroom.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Damaged files end in the one exception that names them, or can be read to the last byte. */
class SafetensorsFuzzTest {

    private static final byte[] WHOLE = new SafetensorsBytes()
            .add("encoder.weight", 1, 2, 3, 4)
            .add("encoder.bias")
            .add("decoder.weight", 5, 6)
            .bytes();

    /** What makes JSON mean something else. */
    private static final List<String> SCRAPS =
            List.of("[", "]", "{", "}", ",", ":", "\"", "-", "9", "0", "e9", "null", "\u0000", "F16", "\\u");

    private static Path file;

    @BeforeContainer
    static void makeFile() throws IOException {
        file = Files.createTempFile("fuzz", ".safetensors");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 2000)
    void changedBytesNeverEndInAnythingElse(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1 << 16) Integer> places, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        byte[] damaged = WHOLE.clone();
        places.forEach(place -> damaged[place % damaged.length] = (byte) random.nextInt());
        readAll(damaged);
    }

    @Property(tries = 2000)
    void changedJsonNeverEndsInAnythingElse(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 1 << 16) Integer> places, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        int length = ByteBuffer.wrap(WHOLE).order(ByteOrder.LITTLE_ENDIAN).getInt();
        StringBuilder json = new StringBuilder(new String(WHOLE, Long.BYTES, length, StandardCharsets.UTF_8));
        for (int place : places) {
            int at = place % json.length();
            json.replace(at, at + random.nextInt(2), SCRAPS.get(random.nextInt(SCRAPS.size())));
        }
        byte[] header = json.toString().getBytes(StandardCharsets.UTF_8);
        int data = WHOLE.length - Long.BYTES - length;
        readAll(ByteBuffer.allocate(Long.BYTES + header.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(WHOLE, Long.BYTES + length, data)
                .array());
    }

    @Property(tries = 500)
    void anyBytesNeverEndInAnythingElse(@ForAll @Size(max = 200) byte[] bytes) throws IOException {
        readAll(bytes);
    }

    @Example
    void cutAnywhereItIsRefused() throws IOException {
        for (int length = 0; length < WHOLE.length; length++) {
            assertThat(readAll(Arrays.copyOf(WHOLE, length))).isFalse();
        }
        assertThat(readAll(WHOLE)).isTrue();
    }

    private static boolean readAll(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try {
            SafetensorsFile opened = SafetensorsFile.open(file);
            for (String name : opened.names()) {
                ByteBuffer data = opened.data(name);
                while (data.hasRemaining()) {
                    data.get();
                }
            }
            return true;
        } catch (ModelFormatException refused) {
            assertThat(refused).hasMessageStartingWith(file.toString());
            return false;
        }
    }
}
