package dev.darkroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.generation.Emphasis;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import dev.darkroom.golden.GoldenTensors;
import dev.darkroom.model.Component;
import dev.darkroom.text.prompt.Composition;
import dev.darkroom.text.prompt.PromptSchedule;
import dev.darkroom.text.prompt.Timeline;
import dev.darkroom.torch.Device;
import dev.darkroom.torch.EngineSettings;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.Precision;
import dev.darkroom.torch.TextConditioning;
import dev.darkroom.torch.TorchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From weighted prompts to hidden states, and from a schedule to what the sampler gets at each step. */
class PromptConditioningGoldenTest {

    private static final GoldenFolder FAMILY = GoldenFolder.family("prompt");
    private static final Placement PLACEMENT = new Placement(Device.CPU, Precision.FP32);
    private static final double TOLERANCE = 2e-5;

    @TempDir
    private Path folder;

    @Test
    void promptsBecomeTheReferencesHiddenStates() throws IOException {
        GoldenReport report = new GoldenReport("prompt, conditioning");
        if (report.present(FAMILY, "conditioning.json")) {
            Component weights = Component.open(FAMILY.path().resolve("text_encoder"));
            Path padEnd = FAMILY.path().resolve("tokenizer");
            try (TorchEngine engine = TorchEngine.start(EngineSettings.defaults());
                    TextEncoder usual = TextEncoder.open(engine, weights, PLACEMENT, padEnd);
                    TextEncoder padZero = TextEncoder.open(engine, weights, PLACEMENT, paddedWithZero(padEnd))) {
                run(usual, padZero, report);
            }
        }
        report.print();
        assertThat(report.failures()).isEmpty();
    }

    private static void run(TextEncoder usual, TextEncoder padZero, GoldenReport report) {
        GoldenTensors tensors = FAMILY.tensors("conditioning.safetensors");
        for (JsonNode goldenCase : FAMILY.cases("conditioning.json")) {
            String id = goldenCase.path("id").asString();
            TextEncoder encoder = goldenCase.path("pad_id").asInt() == 0 ? padZero : usual;
            try {
                double error = goldenCase.path("kind").asString().equals("stepped")
                        ? stepped(encoder, goldenCase, tensors)
                        : encoded(encoder, goldenCase, tensors);
                report.check(id, error, TOLERANCE);
            } catch (RuntimeException failure) {
                report.failed(id, failure);
            }
        }
    }

    private static double encoded(TextEncoder encoder, JsonNode goldenCase, GoldenTensors tensors) {
        List<String> prompts = new ArrayList<>();
        goldenCase.path("prompts").forEach(prompt -> prompts.add(prompt.asString()));
        List<TextConditioning> encoded = encode(encoder, prompts, goldenCase);
        return error(encoded, tensors.floats(goldenCase.path("tensor").asString()));
    }

    private static double stepped(TextEncoder encoder, JsonNode goldenCase, GoldenTensors tensors) {
        Timeline timeline = Timeline.of(goldenCase.path("steps").asInt());
        List<SteppedPrompt.Part> parts = new ArrayList<>();
        for (Composition.Part part : Composition.parse(goldenCase.path("prompt").asString())) {
            PromptSchedule schedule = PromptSchedule.parse(part.prompt(), timeline);
            List<String> texts =
                    schedule.entries().stream().map(PromptSchedule.Entry::text).toList();
            parts.add(new SteppedPrompt.Part(part.weight(), schedule, encode(encoder, texts, goldenCase)));
        }
        SteppedPrompt prompt = new SteppedPrompt(parts);
        double largest = 0;
        for (int i = 0; i < parts.size(); i++) {
            assertThat(prompt.weights().get(i))
                    .isEqualTo(goldenCase.path("weights").path(i).asDouble());
        }
        JsonNode atStep = goldenCase.path("at_step");
        for (int call = 0; call < atStep.size(); call++) {
            largest = Math.max(
                    largest,
                    error(prompt.at(call), tensors.floats(atStep.path(call).asString())));
        }
        return largest;
    }

    private static List<TextConditioning> encode(TextEncoder encoder, List<String> prompts, JsonNode goldenCase) {
        Emphasis emphasis = ChunksGoldenTest.emphasis(goldenCase);
        int clipSkip = goldenCase.path("clip_skip").asInt() - 1;
        return encoder.prompts().encode(prompts, emphasis, clipSkip, encoder::hidden);
    }

    /** Largest difference of the rows from [rows, tokens, width]; infinite if the shapes differ. */
    private static double error(List<TextConditioning> rows, float[] expected) {
        double largest = 0;
        int size = expected.length / rows.size();
        for (int row = 0; row < rows.size(); row++) {
            float[] actual = rows.get(row).hidden();
            float[] wanted = Arrays.copyOfRange(expected, row * size, (row + 1) * size);
            if (actual.length != size) {
                return Double.POSITIVE_INFINITY;
            }
            for (int i = 0; i < size; i++) {
                largest = Math.max(largest, Math.abs((double) actual[i] - wanted[i]));
            }
        }
        return largest;
    }

    /** The same tokenizer, with the token of id 0 to fill rows. */
    private Path paddedWithZero(Path tokenizer) throws IOException {
        try (Stream<Path> files = Files.list(tokenizer)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                String changed = text.replaceAll("(\"pad_token\": )\"<\\|endoftext\\|>\"", "$1\"!\"");
                Files.writeString(folder.resolve(file.getFileName()), changed);
            }
        }
        return folder;
    }
}
