package dev.darkroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.generation.Size;
import dev.darkroom.model.SafetensorsExport.Tensor;
import dev.darkroom.torch.Blueprint;
import dev.darkroom.training.export.NetworkFolder;
import dev.darkroom.training.world.DrawnWorld;
import dev.darkroom.training.world.scene.Curriculum;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the command line to the report, with the embedded model and a judge that knows nothing. */
class EvaluateCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aModelIsDrawnJudgedAndReported() throws IOException {
        writeJudge();
        Path report = folder.resolve("report");

        int status = run(
                "--judge", folder.resolve("judge").toString(),
                "--curriculum", "first",
                "--count", "3",
                "--seeds", "2",
                "--steps", "2",
                "--smileys", "3",
                "--out", report.toString());

        assertThat(status).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains(
                        "darkroom-mini",
                        "steps 2",
                        "seen combinations",
                        "object",
                        "all",
                        "a smiley face",
                        "FID",
                        "PSNR")
                .contains(report.toString());
        JsonNode json =
                JsonMapper.shared().readTree(report.resolve("report.json").toFile());
        assertThat(json.path("schema").asString()).isEqualTo("darkroom.evaluation/1");
        assertThat(json.path("complete").asBoolean()).isTrue();
        JsonNode all = json.path("groups").path(json.path("groups").size() - 1);
        assertThat(all.path("pictures").asInt()).isEqualTo(6);
        assertThat(all.path("scores")
                        .path("object")
                        .path("interval")
                        .path("high")
                        .asDouble())
                .isPositive();
        assertThat(json.path("smiley").path("total").asInt()).isEqualTo(3);
        assertThat(json.path("autoencoder").path("psnr").asDouble()).isBetween(15.0, 45.0);
        assertThat(json.path("distance").path("frechet").isNumber()).isTrue();
        assertThat(report.resolve("sheet-01.png")).isNotEmptyFile();
    }

    @Test
    void noPromptsAreAMistake() {
        assertThat(run("--count", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--count and --seeds are at least 1");
    }

    private int run(String... arguments) {
        CommandLine command = new CommandLine(new EvaluateCommand(
                        new String[] {"--darkroom.data-dir=" + folder.resolve("data"), "--darkroom.precision=fp32"}))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new FailureReport())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    /** A classifier with random weights and all attributes of the world. */
    private void writeJudge() throws IOException {
        Map<String, TreeMap<String, String>> classes = new LinkedHashMap<>();
        DrawnWorld world = new DrawnWorld(Curriculum.FULL, 1, new Size(32, 32));
        for (long index = 0; index < 200; index++) {
            world.scene(index)
                    .attributes()
                    .forEach((name, label) -> classes.computeIfAbsent(name, key -> new TreeMap<>())
                            .put(label, label));
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        classes.forEach((name, labels) -> attributes.put(name, List.copyOf(labels.keySet())));
        Map<String, Object> config = Map.of(
                "_class_name", "PictureClassifier",
                "sample_size", 32,
                "patch_size", 4,
                "block_out_channels", List.of(8, 16),
                "norm_num_groups", 4,
                "features", 12,
                "attributes", attributes);
        SplittableRandom random = new SplittableRandom(1);
        Map<String, Tensor> weights = new LinkedHashMap<>();
        new Blueprint(Blueprint.Kind.CLASSIFIER, config).shapes().forEach((name, shape) -> {
            float[] numbers = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) (0.3 * random.nextGaussian());
            }
            weights.put(name, new Tensor(numbers, shape));
        });
        NetworkFolder.write(folder.resolve("judge"), config, weights);
    }
}
