package dev.darkroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.golden.Deviation;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import dev.darkroom.golden.GoldenTensor;
import dev.darkroom.model.Component;
import dev.darkroom.torch.Device;
import dev.darkroom.torch.EngineSettings;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.Precision;
import dev.darkroom.torch.TorchEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the words of a pipeline's case to the hidden states that its networks were given. */
class ConditioningGoldenTest {

    private static final GoldenFolder PIPELINES = GoldenFolder.family("pipelines");
    private static final GoldenFolder MODELS = GoldenFolder.family("models");
    private static final Placement PLACEMENT = new Placement(Device.CPU, Precision.FP32);

    /** Of the largest value: rounding of float32 networks, as the models family measures it. */
    private static final double TOLERANCE = 5e-5;

    private final GoldenReport report = new GoldenReport("pipelines, conditioning");
    private final TorchEngine engine = TorchEngine.start(EngineSettings.defaults());
    private final Map<Path, TextEncoder> encoders = new HashMap<>();

    @AfterEach
    void close() {
        encoders.values().forEach(TextEncoder::close);
        engine.close();
    }

    @Test
    void promptsBecomeTheReferencesHiddenStates() {
        for (String family : List.of("txt2img", "img2img", "hires", "control", "sdxl")) {
            if (report.present(PIPELINES, family + ".json")) {
                PIPELINES.cases(family + ".json").forEach(goldenCase -> run(family, goldenCase));
            }
        }
        report.print();
        assertThat(report.failures()).isEmpty();
    }

    private void run(String family, JsonNode goldenCase) {
        String id = goldenCase.path("id").asString();
        Path checkpoint = textCheckpoint(goldenCase);
        if (goldenCase.path("pipeline").asString().startsWith("StableDiffusionXL")) {
            report.pending(id, "SDXL's text encoders");
        } else if (!Files.isDirectory(checkpoint)) {
            report.present(MODELS, MODELS.path().relativize(checkpoint).toString());
        } else {
            JsonNode options = goldenCase.path("options");
            int clipSkip = options.path("clip_skip").asInt(0);
            check(family, goldenCase, "prompt", clipSkip, checkpoint);
            check(family, goldenCase, "negative_prompt", 0, checkpoint);
        }
    }

    /** Where a case's text encoder lies: its own checkpoint, or the one that lends it. */
    private static Path textCheckpoint(JsonNode goldenCase) {
        Path own = MODELS.path().resolve(goldenCase.path("checkpoint").asString());
        Path lent = MODELS.path().resolve("sd1");
        return Files.isDirectory(own.resolve("text_encoder")) ? own : lent;
    }

    private void check(String family, JsonNode goldenCase, String option, int clipSkip, Path checkpoint) {
        JsonNode expected = goldenCase.path("conditioning").path(option + "_embeds");
        if (expected.isMissingNode()) {
            return;
        }
        GoldenTensor tensor = PIPELINES
                .tensors(family + ".safetensors")
                .get(expected.path("tensor").asString());
        float[] all = tensor.floats();
        int rows = tensor.shape()[0];
        for (int row = 0; row < rows; row++) {
            JsonNode words = goldenCase.path("options").path(option);
            String prompt = (words.isArray() ? words.path(row) : words).asString("");
            float[] hidden =
                    encoder(checkpoint).encode(prompt, clipSkip).conditioning().hidden();
            float[] wanted = Arrays.copyOfRange(all, row * all.length / rows, (row + 1) * all.length / rows);
            String name = goldenCase.path("id").asString() + " " + option + " " + row;
            report.check(
                    name,
                    Deviation.largest(hidden, wanted),
                    TOLERANCE * Deviation.largest(wanted, new float[wanted.length]));
        }
    }

    private TextEncoder encoder(Path checkpoint) {
        return encoders.computeIfAbsent(
                checkpoint,
                folder -> TextEncoder.open(
                        engine,
                        Component.open(folder.resolve("text_encoder")),
                        PLACEMENT,
                        folder.resolve("tokenizer")));
    }
}
