package dev.darkroom.imagestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalImageStoreTest {

    @TempDir
    Path folder;

    private LocalImageStore store;

    @BeforeEach
    void openStore() throws IOException {
        store = new LocalImageStore(Files.createDirectory(folder.resolve("images")));
    }

    @Test
    void whatIsPutCanBeReadWithItsLength() throws IOException {
        store.put("results/ab/job/1-0.png", bytes("picture"));
        try (StoredFile file = store.open("results/ab/job/1-0.png").orElseThrow()) {
            assertThat(file.length()).isEqualTo(7);
            assertThat(file.readAll()).isEqualTo(bytes("picture"));
        }
    }

    @Test
    void aSecondPutReplacesTheFirst() throws IOException {
        store.put("a/b", bytes("first"));
        store.put("a/b", bytes("2nd"));
        try (StoredFile file = store.open("a/b").orElseThrow()) {
            assertThat(file.readAll()).isEqualTo(bytes("2nd"));
        }
    }

    @Test
    void anUnknownKeyIsEmptyAndSoIsAFolder() {
        store.put("a/b", bytes("x"));
        assertThat(store.open("a/c")).isEmpty();
        assertThat(store.open("a")).isEmpty();
        assertThat(store.find("a")).isEmpty();
        assertThat(store.delete("a/c")).isFalse();
    }

    @Test
    void theLastDeleteTakesTheEmptyFoldersWithIt() throws IOException {
        store.put("results/ab/job/1-0.png", bytes("x"));
        store.put("results/ab/job/1-1.png", bytes("x"));
        assertThat(store.delete("results/ab/job/1-0.png")).isTrue();
        assertThat(keys("results/ab/job")).containsExactly("results/ab/job/1-1.png");
        assertThat(store.delete("results/ab/job/1-1.png")).isTrue();
        try (Stream<Path> left = Files.list(folder.resolve("images"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void listFindsAllBelowAFolder() {
        store.put("inputs/aa/1", bytes("x"));
        store.put("inputs/bb/2", bytes("xy"));
        store.put("results/aa/3", bytes("xyz"));
        assertThat(keys("inputs")).containsExactlyInAnyOrder("inputs/aa/1", "inputs/bb/2");
        assertThat(keys("nothing")).isEmpty();
        assertThat(store.find("inputs/bb/2").map(ImageStore.Entry::length)).isEqualTo(Optional.of(2L));
    }

    @Test
    void whatACrashLeftUnfinishedIsNotListedAndCanBeSweptAway() throws IOException {
        store.put("a/b", bytes("x"));
        Path unfinished = folder.resolve("images/a/" + DurableFile.UNFINISHED + "1");
        Files.write(unfinished, bytes("half"));
        assertThat(keys("a")).containsExactly("a/b");
        assertThat(store.deleteUnfinished(Instant.now().minusSeconds(60))).isZero();
        assertThat(store.deleteUnfinished(Instant.now().plusSeconds(60))).isEqualTo(1);
        assertThat(unfinished).doesNotExist();
        assertThat(store.find("a/b")).isPresent();
    }

    @Test
    void aSymbolicLinkIsNotFollowed() throws IOException {
        Path secret = Files.write(folder.resolve("secret"), bytes("secret"));
        store.put("a/b", bytes("x"));
        Files.createSymbolicLink(folder.resolve("images/a/link"), secret);
        assertThat(store.open("a/link")).isEmpty();
        assertThat(keys("a")).containsExactly("a/b");
    }

    @Test
    void aPutThatFailsSaysWhereAndWhatToDo() throws IOException {
        Files.write(folder.resolve("images/results"), bytes("a file where a folder should be"));
        assertThatThrownBy(() -> store.put("results/ab/1.png", bytes("x")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("results/ab/1.png")
                .hasMessageContaining("Free space");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "..",
                "../x",
                "a/../b",
                "a/..",
                "./a",
                "a//b",
                "a/",
                "a\\b",
                "a\0b",
                "~",
                "a/.hidden",
                "C:x",
                "ä",
                "a b",
                "%2e%2e/x"
            })
    void aKeyThatCouldLeadOutIsRefused(String key) {
        assertThatThrownBy(() -> store.put(key, bytes("x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.open(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.delete(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.list(key)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> keys(String below) {
        try (Stream<ImageStore.Entry> entries = store.list(below)) {
            return entries.map(ImageStore.Entry::key).toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
