package dev.darkroom.imagestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void openingMakesTheFolderAndLeavesItEmpty() throws IOException {
        DataDirectory directory = DataDirectory.open(folder.resolve("a/b"));
        assertThat(directory.folder("images")).isDirectory().hasParent(directory.root());
        Files.delete(directory.folder("images"));
        try (Stream<Path> files = Files.list(directory.root())) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamedWithTheWayOut() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--darkroom.data-dir");
    }
}
