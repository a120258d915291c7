package dev.darkroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Source files stay short enough to be read in one go. */
class SourceSizeTest {

    private static final int LONGEST = 300;
    private static final int LONG = 150;
    private static final int MEDIAN = 60;

    @Test
    void noFileIsLongerThanThreeHundredLines() throws IOException {
        var tooLong = new TreeMap<Path, Integer>();
        for (String root : List.of("src/main/java", "src/test/java", "src/main/resources/torchscript")) {
            for (Path file : sources(Path.of(root))) {
                int lines = lines(file);
                if (lines > LONGEST) {
                    tooLong.put(file, lines);
                }
            }
        }
        assertThat(tooLong).as("files of more than %d lines", LONGEST).isEmpty();
    }

    @Test
    void mostFilesAreShort() throws IOException {
        int[] sizes = sources(Path.of("src/main/java")).stream()
                .mapToInt(SourceSizeTest::lines)
                .sorted()
                .toArray();

        assertThat(sizes[sizes.length / 2]).as("median lines of a file").isLessThanOrEqualTo(MEDIAN);
        assertThat(sizes[sizes.length * 9 / 10])
                .as("lines that 90 % of files keep to")
                .isLessThanOrEqualTo(LONG);
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".py"))
                    .toList();
        }
    }

    private static int lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
