package dev.darkroom.imagestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir
    Path folder;

    @Test
    void theKeyIsMadeOnceAndOnlyItsOwnerMayReadIt() throws IOException {
        byte[] key = SigningKey.in(folder);
        assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(SigningKey.in(folder)).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("url-signing.key"))))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void allWhoStartAtOnceGetTheSameKey() {
        assertThat(IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(process -> Arrays.toString(SigningKey.in(folder)))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aDamagedKeyIsSaidToBeOne() throws IOException {
        Files.write(folder.resolve("url-signing.key"), new byte[3]);
        assertThatThrownBy(() -> SigningKey.in(folder))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("url-signing.key")
                .hasMessageContaining("delete it");
    }
}
