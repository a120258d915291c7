package dev.darkroom.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ModelsGoldenTest {

    private static final GoldenFolder FAMILY = GoldenFolder.family("models");

    /** Checkpoints that hold the weights of another in another form: they answer the same. */
    private static final Map<String, String> SAME_WEIGHTS =
            Map.of("sd1-vae.json", "vae-old-names", "sd1-unet.json", "sd1-sharded");

    @Test
    void networksAnswerWhatTheReferenceAnswers() {
        GoldenReport report = new GoldenReport("models");
        try (TorchEngine engine = TorchEngine.start(EngineSettings.defaults())) {
            for (String file : caseFiles()) {
                JsonNode cases = FAMILY.json("components/" + file);
                run(engine, cases, cases.path("checkpoint").asString(), report);
                if (SAME_WEIGHTS.containsKey(file)) {
                    run(engine, cases, SAME_WEIGHTS.get(file), report);
                }
            }
        }
        report.print();
        assertThat(report.failures()).isEmpty();
    }

    private static void run(TorchEngine engine, JsonNode cases, String checkpoint, GoldenReport report) {
        if (!Files.isDirectory(FAMILY.path().resolve(checkpoint))) {
            report.present(FAMILY, checkpoint);
            return;
        }
        switch (cases.path("reference").asString()) {
            case "diffusers.UNet2DConditionModel" ->
                new UNetCases(GoldenComponent.read(FAMILY, cases, checkpoint, report)).run(engine);
            case "diffusers.UNet2DModel" ->
                new PixelCases(GoldenComponent.read(FAMILY, cases, checkpoint, report)).run(engine);
            case "diffusers.AutoencoderKL" ->
                new AutoencoderCases(GoldenComponent.read(FAMILY, cases, checkpoint, report)).run(engine);
            case "diffusers.AutoencoderTiny" ->
                new AutoencoderCases(GoldenComponent.read(FAMILY, cases, checkpoint, report)).runTiny(engine);
            case "transformers.CLIPTextModel", "transformers.CLIPTextModelWithProjection" ->
                new TextCases(GoldenComponent.read(FAMILY, cases, checkpoint, report)).run(engine);
            default ->
                cases.path("cases")
                        .forEach(goldenCase -> report.pending(
                                goldenCase.path("id").asString(),
                                cases.path("reference").asString()));
        }
    }

    private static List<String> caseFiles() {
        Path folder = FAMILY.path().resolve("components");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
