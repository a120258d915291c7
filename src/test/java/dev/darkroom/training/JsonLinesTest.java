package dev.darkroom.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;

class JsonLinesTest {

    @TempDir
    private Path folder;

    private JsonLines<List<Integer>> lines;

    @BeforeEach
    void open() {
        lines = new JsonLines<>(folder.resolve("lines.jsonl"), new TypeReference<>() {});
    }

    @Test
    void whatIsAddedIsRead() throws IOException {
        assertThat(lines.read()).isEmpty();
        lines.add(List.of(1, 2));
        lines.add(List.of());
        assertThat(lines.read()).containsExactly(List.of(1, 2), List.of());
        lines.write(List.of(List.of(3)));
        assertThat(lines.read()).containsExactly(List.of(3));
    }

    @Test
    void theHalfLineThatACrashLeavesIsNotRead() throws IOException {
        Files.writeString(lines.file(), "[1]\n[2]\n[3");
        assertThat(lines.read()).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void aBrokenLineInTheMiddleIsSaid() throws IOException {
        Files.writeString(lines.file(), "[1]\n[2\n[3]\n");
        assertThatThrownBy(lines::read).isInstanceOf(IOException.class).hasMessageContaining("broken in line 2");
    }
}
