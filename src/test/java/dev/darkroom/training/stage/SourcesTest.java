package dev.darkroom.training.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.Size;
import dev.darkroom.image.PictureEncoder;
import dev.darkroom.training.SettingsFile;
import dev.darkroom.training.UnusableSettingsException;
import dev.darkroom.training.data.Example;
import dev.darkroom.training.data.ExampleReader;
import dev.darkroom.training.data.ExampleSource;
import dev.darkroom.training.data.ShardWriter;
import dev.darkroom.training.world.DrawnWorld;
import dev.darkroom.training.world.scene.Curriculum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    private static final Example EXAMPLE = new DrawnWorld(Curriculum.CORE, 2, new Size(80, 40)).example(0);

    @TempDir
    private Path folder;

    @Test
    void folderGivesSquaresWithTheirCaptions() throws IOException {
        Files.write(
                folder.resolve("one.png"),
                new PictureEncoder().encode(EXAMPLE.picture(), ImageFormat.PNG, 100, Map.of()));
        Files.writeString(folder.resolve("one.txt"), "a caption");

        Example example = first(source(Map.of("folder", Map.of("path", folder.toString()))));

        assertThat(example.captions()).containsExactly("a caption");
        assertThat(example.picture().size()).isEqualTo(new Size(64, 64));
    }

    @Test
    void shardsAreNamedByPatterns() throws IOException {
        new ShardWriter(folder).write(0, List.of(EXAMPLE));

        Example example = first(source(Map.of("shards", Map.of("files", List.of(folder + "/*.tar"), "buffer", 10))));

        assertThat(example.captions()).isEqualTo(EXAMPLE.captions());
        assertThat(example.attributes()).isEqualTo(EXAMPLE.attributes());
        assertThat(example.picture().size()).isEqualTo(new Size(64, 64));
    }

    @Test
    void worldIsDrawnAtTheSizeOfTheRun() throws IOException {
        Example example = first(source(Map.of("world", Map.of("curriculum", "first", "seed", 9))));

        assertThat(example).isEqualTo(new DrawnWorld(Curriculum.FIRST, 9, new Size(64, 64)).example(0));
    }

    @Test
    void judgesSeeEverything() throws IOException {
        ExampleSource everything = source(Map.of("world", Map.of("curriculum", "full", "seed", 9, "everything", true)));

        assertThat(everything.description())
                .isEqualTo(new DrawnWorld(Curriculum.FULL, 9, new Size(64, 64))
                        .everything()
                        .description());
    }

    @Test
    void whatIsWrongIsNamed() {
        assertRefused(Map.of("cats", Map.of()), "data.cats is unknown; say world, folder or shards");
        assertRefused(Map.of("folder", Map.of()), "data.folder.path is missing");
        assertRefused(Map.of("folder", Map.of("path", folder.toString())), "holds no picture");
        assertRefused(Map.of("folder", Map.of("path", folder.resolve("none").toString())), "cannot be used");
        assertRefused(Map.of("shards", Map.of("files", List.of(folder + "/{0..1}.tar"))), "0.tar");
        assertRefused(Map.of("world", Map.of("curriculum", "vast")), "say one of");
    }

    private static void assertRefused(Map<String, Object> data, String message) {
        assertThatThrownBy(() -> source(data))
                .isInstanceOf(UnusableSettingsException.class)
                .hasMessageContaining(message);
    }

    private static ExampleSource source(Map<String, Object> data) {
        return Sources.of(SettingsFile.of(Map.of("stage", "autoencoder", "size", 64, "data", data)));
    }

    private static Example first(ExampleSource source) throws IOException {
        try (ExampleReader reader = source.open(0)) {
            return reader.next();
        }
    }
}
