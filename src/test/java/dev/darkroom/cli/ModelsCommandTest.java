package dev.darkroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelsCommandTest {

    @TempDir
    private Path folder;

    private Path models;
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void makeABrokenModel() throws IOException {
        models = Files.createDirectories(folder.resolve("models"));
        Files.createDirectories(models.resolve("broken"));
    }

    @Test
    void theListHasEveryModelAndSaysWhatIsWrong() {
        assertThat(run()).isZero();

        assertThat(out.toString().lines().toList())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("darkroom-mini")
                        .contains("StableDiffusionPipeline", "256x256", " MB"))
                .anySatisfy(line -> assertThat(line).startsWith("broken").contains("model_index.json is missing"))
                .contains("Requests that name no model use darkroom-mini.")
                .contains("`darkroom models check " + models.resolve("broken")
                        + "` says all that is wrong with a folder.");
    }

    @Test
    void listIsWhatModelsDoesAlone() {
        run();
        String alone = out.toString();
        out.getBuffer().setLength(0);

        assertThat(run("list")).isZero();

        assertThat(out).hasToString(alone);
    }

    @Test
    void checkEndsWithOneAndTheReasonsIfAModelCannotBeUsed() {
        assertThat(run("check", models.resolve("broken").toString())).isEqualTo(1);

        assertThat(out.toString())
                .contains("cannot be used:")
                .contains("model_index.json is missing")
                .contains("save_pretrained");
    }

    @Test
    void checkEndsWithZeroIfAModelCanBeUsed() throws IOException {
        run(); // unpacks the embedded model
        Path unpacked;
        try (var folders = Files.list(folder.resolve("data/models"))) {
            unpacked = folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }

        assertThat(run("check", unpacked.toString())).isZero();

        assertThat(out.toString()).contains(unpacked + " can be used.");
    }

    private int run(String... arguments) {
        CommandLine command = ModelsCommand.withSubcommands(
                new String[] {"--darkroom.models-dir=" + models, "--darkroom.data-dir=" + folder.resolve("data")});
        return command.setOut(new PrintWriter(out, true)).execute(arguments);
    }
}
