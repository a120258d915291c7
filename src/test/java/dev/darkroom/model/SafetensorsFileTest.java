package dev.darkroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsFileTest {

    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("model.safetensors");
    }

    @Test
    void tensorsAreViewsOfTheFile() {
        new SafetensorsBytes().add("a", 1, 2).add("b", 3, 4, 5).write(path);

        SafetensorsFile file = SafetensorsFile.open(path);
        ByteBuffer b = file.data("b");

        assertThat(file.names()).containsExactly("a", "b");
        assertThat(file.entry("b").shape()).containsExactly(3);
        assertThat(b.isDirect()).isTrue();
        assertThat(b.isReadOnly()).isTrue();
        assertThat(b.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        assertThat(b.remaining()).isEqualTo(12);
        assertThat(b.getFloat(4)).isEqualTo(4);
    }

    @Test
    void metadataIsNoTensor() {
        SafetensorsBytes.write(path, "{\"__metadata__\":{\"format\":\"pt\"}}", 0);

        assertThat(SafetensorsFile.open(path).names()).isEmpty();
    }

    @Test
    void emptyTensorsMayLieAnywhereInTheHeader() {
        SafetensorsBytes.write(path, """
                {"full":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},
                 "empty":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},
                 "last":{"dtype":"F32","shape":[2,0],"data_offsets":[4,4]}}""", 4);

        SafetensorsFile file = SafetensorsFile.open(path);

        assertThat(file.names()).containsExactly("empty", "full", "last");
        assertThat(file.data("empty").remaining()).isZero();
        assertThat(file.data("last").remaining()).isZero();
    }

    /** A sparse file: it takes no room on the disk. */
    @Test
    void tensorsBehindTheFirstFourGigabytesAreReached() throws IOException {
        long half = 1L << 31;
        String header = """
                {"a":{"dtype":"U8","shape":[%1$d],"data_offsets":[0,%1$d]},
                 "b":{"dtype":"U8","shape":[2147483647],"data_offsets":[%1$d,4294967295]},
                 "c":{"dtype":"F32","shape":[1],"data_offsets":[4294967295,4294967299]}}""".formatted(half);
        ByteBuffer tail = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long dataStart = header.length() + (long) Long.BYTES;
        SafetensorsBytes.write(path, header, 0);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.write(tail.putFloat(7).flip(), dataStart + 4294967295L);
        }

        SafetensorsFile file = SafetensorsFile.open(path);

        assertThat(file.data("c").getFloat()).isEqualTo(7);
        assertThat(file.data("b").remaining()).isEqualTo(Integer.MAX_VALUE);
        assertThatThrownBy(() -> file.data("a"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(path + ": tensor a has 2147483648 bytes");
    }

    @Test
    void aFileThatIsShortenedAfterItWasOpenedIsRefused() throws IOException {
        new SafetensorsBytes().add("a", 1, 2).add("b", 3, 4, 5).write(path);
        SafetensorsFile file = SafetensorsFile.open(path);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 4);
        }

        assertThatThrownBy(() -> file.data("a"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(path + " changed while it was being loaded");
    }

    @Test
    void aFileThatIsReplacedLeavesBuffersOfTheOldOneAlone() throws IOException {
        new SafetensorsBytes().add("a", 1, 2).write(path);
        ByteBuffer before = SafetensorsFile.open(path).data("a");
        Path other = new SafetensorsBytes().add("b", 9).write(folder.resolve("other"));
        Files.move(other, path, StandardCopyOption.ATOMIC_MOVE);

        assertThat(before.getFloat(4)).isEqualTo(2);
        assertThat(SafetensorsFile.open(path).data("b").getFloat()).isEqualTo(9);
    }

    @Test
    void aFileThatIsMissingOrCutOffSaysSo() throws IOException {
        assertThatThrownBy(() -> SafetensorsFile.open(path))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(path + " is missing");
        byte[] whole = new SafetensorsBytes().add("first", 1).add("second", 2).bytes();
        for (int length = 0; length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> SafetensorsFile.open(path))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining(path.toString())
                    .hasMessageContaining("probably cut off");
        }
    }

    @Test
    void aHeaderOfTenGigabytesIsRefusedWithoutReadingIt() throws IOException {
        long claimed = 10L << 30;
        byte[] length = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(claimed)
                .array();
        SafetensorsBytes.write(path, length);
        assertThatThrownBy(() -> SafetensorsFile.open(path)).hasMessageContaining("claims 10737418240 bytes");

        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) { // the file really is that long
            channel.write(ByteBuffer.wrap("}".getBytes(StandardCharsets.UTF_8)), Long.BYTES + claimed);
        }
        assertThatThrownBy(() -> SafetensorsFile.open(path))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("more than 16777216 are not accepted");
    }
}
