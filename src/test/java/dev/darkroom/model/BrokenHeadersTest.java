package dev.darkroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.golden.GoldenFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers that lie: each is refused with a message that names the file and, where there is one, the tensor. */
class BrokenHeadersTest {

    private static final String GOOD = "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | 8 | tensor \"b\" begins at byte 4",
                "{GOOD,'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | 8 | tensor \"b\" begins at byte 4 of the"
                        + " data instead of 8: it overlaps",
                "{GOOD,'b':{'dtype':'F32','shape':[1],'data_offsets':[12,16]}} | 16 | tensor \"b\" begins at byte 12",
                "{GOOD} | 4 | tensor \"a\" ends at byte 8 of the data, but the file has only 4",
                "{GOOD} | 9 | 1 bytes at its end belong to no tensor",
                "{GOOD,GOOD} | 8 | not valid JSON: Duplicate",
                "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}} | 8 | tensor \"a\" has shape with \"-2\"",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[-8,0]}} | 8 | tensor \"a\" has data_offsets with",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}} | 8 | tensor \"a\" needs data_offsets",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0]}} | 8 | tensor \"a\" needs data_offsets",
                "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}} | 8 | tensor \"a\" of shape [3] and format F32",
                "{'a':{'dtype':'F32','shape':[2.5],'data_offsets':[0,8]}} | 8 | tensor \"a\" has shape with \"2.5\"",
                "{'a':{'dtype':'F32','shape':[99999999999999999999],'data_offsets':[0,8]}} | 8 | tensor \"a\" has shape",
                "{'a':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,8]}} | 8 | impossibly large",
                "{'a':{'dtype':'F32','shape':'2','data_offsets':[0,8]}} | 8 | tensor \"a\" has no shape",
                "{'a':{'dtype':'F33','shape':[2],'data_offsets':[0,8]}} | 8 | unknown number format \"F33\"",
                "{'a':{'shape':[2],'data_offsets':[0,8]}} | 8 | tensor \"a\" has the unknown number format",
                "{'a':7} | 8 | tensor \"a\" has the unknown number format",
                "[] | 8 | its header is not a JSON object",
                "{'a': | 8 | its header is not valid JSON",
                "{}{} | 8 | its header is not valid JSON",
            })
    void aHeaderThatDoesNotFitTheFileIsRefused(String header, int dataBytes, String message) {
        String json = header.replace('\'', '"').replace("GOOD", GOOD);
        Path path = SafetensorsBytes.write(folder.resolve("x.safetensors"), json, dataBytes);

        assertThatThrownBy(() -> SafetensorsFile.open(path))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(path + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void jsonNestedAMillionDeepIsRefused() {
        String deep = "{\"a\":" + "[".repeat(1_000_000);
        Path path = SafetensorsBytes.write(folder.resolve("x.safetensors"), deep, 0);

        assertThatThrownBy(() -> SafetensorsFile.open(path))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(path + ": its header is not valid JSON");
    }

    @Test
    void brokenFilesOfTheFixturesAreRefusedOrReadable() throws IOException {
        Path bad = GoldenFolder.family("adapters").path().resolve("bad");
        if (!Files.isDirectory(bad)) {
            System.out.println("golden adapters/bad: absent from this set");
            return;
        }
        int refused = 0;
        for (Path path : list(bad)) {
            try {
                SafetensorsFile file = SafetensorsFile.open(path);
                file.names().forEach(file::data);
            } catch (ModelFormatException e) {
                refused++;
                assertThat(e).hasMessageStartingWith(path.toString());
            }
        }
        System.out.printf(
                "golden adapters/bad: %d files, %d refused%n", list(bad).size(), refused);
        assertThat(refused).isPositive();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
