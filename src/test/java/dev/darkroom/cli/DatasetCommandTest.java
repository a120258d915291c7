package dev.darkroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.generation.Size;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.training.data.ExampleReader;
import dev.darkroom.training.data.ShardedExamples;
import dev.darkroom.training.world.DrawnWorld;
import dev.darkroom.training.world.scene.Curriculum;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DatasetCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void exportedShardsAreTheDrawnWorld() throws IOException {
        assertThat(run(
                        "export",
                        "--count",
                        "7",
                        "--shard-size",
                        "3",
                        "--width",
                        "32",
                        "--height",
                        "48",
                        "-o",
                        shards()))
                .isZero();

        assertThat(folder.resolve("shards")).isDirectoryContaining("glob:**/000002.tar");
        var world = new DrawnWorld(Curriculum.FULL, 1, new Size(32, 48));
        try (ExampleReader reader =
                ShardedExamples.open(List.of(shards() + "/*.tar"), 1, 1).open(0)) {
            for (int i = 0; i < 7; i++) {
                assertThat(reader.next()).isEqualTo(world.example(i));
            }
        }
    }

    @Test
    void exportGoesOnWithAShard() throws IOException {
        String[] all = {"export", "--count", "5", "--shard-size", "2", "--width", "32", "--height", "32", "-o", shards()
        };
        assertThat(run(all)).isZero();
        byte[] last = Files.readAllBytes(folder.resolve("shards/000002.tar"));
        Files.delete(folder.resolve("shards/000002.tar"));

        assertThat(run(concat(all, "--first-shard", "2"))).isZero();

        assertThat(folder.resolve("shards/000002.tar")).hasBinaryContent(last);
    }

    @Test
    void previewIsAPngOfTheWantedPictures() throws IOException {
        Path sheet = folder.resolve("sheet.png");

        assertThat(run(
                        "preview",
                        "--count",
                        "6",
                        "--columns",
                        "3",
                        "--width",
                        "64",
                        "--height",
                        "64",
                        "-o",
                        "" + sheet))
                .isZero();

        Picture picture = new PictureDecoder(ImageLimits.defaults()).decode(Files.readAllBytes(sheet));
        assertThat(picture.size().width()).isEqualTo(3 * 72 + 8);
        Picture first =
                new DrawnWorld(Curriculum.FULL, 1, new Size(64, 64)).example(0).picture();
        for (int channel = 0; channel < 3; channel++) {
            assertThat(picture.sample(8 + 20, 8 + 20, channel)).isEqualTo(first.sample(20, 20, channel));
        }
    }

    @Test
    void previewShowsShardsAndWhatIsHeldOut() {
        run("export", "--count", "4", "--width", "32", "--height", "32", "-o", shards());

        assertThat(run("preview", "--data", shards() + "/*.tar", "--count", "9", "-o", "" + folder.resolve("a.png")))
                .isZero();
        assertThat(run("preview", "--held-out", "colour", "--count", "3", "-o", "" + folder.resolve("b.png")))
                .isZero();
        assertThat(folder).isDirectoryContaining("glob:**/a.png").isDirectoryContaining("glob:**/b.png");
    }

    @Test
    void whatCannotBeReadIsSaidInOneLine() {
        assertThat(run("preview", "--data", folder + "/none-*.tar")).isEqualTo(1);
        assertThat(err.toString()).contains("no file matches").doesNotContain("at dev.darkroom");
    }

    private String shards() {
        return folder.resolve("shards").toString();
    }

    private static String[] concat(String[] first, String... second) {
        String[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private int run(String... arguments) {
        CommandLine command = DatasetCommand.withSubcommands();
        return command.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new FailureReport())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
