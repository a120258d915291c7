package dev.darkroom.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.training.UnusableSettingsException;
import dev.darkroom.training.run.ToyRuns.Watcher;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Toy models of pixels: of classes, and of scores. */
class PixelRunTest {

    @TempDir
    private Path runs;

    @Test
    void modelOfClassesLearnsAndSaysItsLabels() throws Exception {
        Watcher watcher = ToyRuns.train(pixels("pixels", "classes", 60, Map.of("classes", "object")), false);

        assertThat(watcher.last("unseen")).isLessThan(watcher.first("unseen") * 0.5);
        Path model = runs.resolve("classes/model");
        assertThat(model.resolve("model_index.json")).content().contains("DDPMPipeline", "UNet2DModel");
        assertThat(model.resolve("unet/config.json")).content().contains("\"sample_size\" : 16", "num_class_embeds");
        assertThat(model.resolve("unet/diffusion_pytorch_model.safetensors")).isNotEmptyFile();
        assertThat(model.resolve("darkroom.json")).content().contains("labels", "\"heart\"", "\"smiley\"");
        assertThat(model.resolve("README.md")).content().contains("unconditional-image-generation", "heart");
        assertThat(runs.resolve("classes/samples/step-0000060.png")).isRegularFile();
    }

    @Test
    void scoresAreLearnt() throws Exception {
        Watcher watcher = ToyRuns.train(pixels("score", "score", 60, Map.of()), false);

        assertThat(watcher.last("unseen")).isLessThan(watcher.first("unseen") * 0.6);
        Path model = runs.resolve("score/model");
        assertThat(model.resolve("model_index.json")).content().contains("ScoreSdeVePipeline");
        assertThat(model.resolve("unet/config.json")).content().contains("fourier");
        assertThat(model.resolve("darkroom.json")).content().doesNotContain("labels");
    }

    @Test
    void resumedScoreMatchingGoesOnExactly() throws Exception {
        ToyRuns.assertSameCurve(
                pixels("score", "whole", 6, Map.of("classes", "object")),
                pixels("score", "parts", 3, Map.of("classes", "object")),
                pixels("score", "parts", 6, Map.of("classes", "object")));
    }

    @Test
    void attributesThatAreNoneAreRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> ToyRuns.train(pixels("pixels", "refused", 6, Map.of("classes", "weight")), false))
                .isInstanceOf(UnusableSettingsException.class)
                .hasMessageContaining("objective.classes is weight")
                .hasMessageContaining("object");
    }

    private Map<String, Object> pixels(String stage, String name, int steps, Map<String, Object> objective) {
        Map<String, Object> settings = ToyRuns.common(runs, stage, name, steps);
        settings.put("size", 16);
        settings.put("batch", 16);
        settings.put("data", Map.of("world", Map.of("curriculum", "first", "seed", 3)));
        settings.put(
                "network",
                Map.of(
                        "block_out_channels", List.of(16, 32),
                        "down_block_types", List.of("DownBlock2D", "AttnDownBlock2D"),
                        "up_block_types", List.of("AttnUpBlock2D", "UpBlock2D"),
                        "attention_head_dim", 16,
                        "norm_num_groups", 4));
        Map<String, Object> all = new HashMap<>(Map.of("surveyed", 200, "evaluated", 12, "drawn", 2, "steps", 5));
        all.putAll(objective);
        settings.put("objective", all);
        settings.put("optimizer", Map.of("warm-up", 5, "rate", 0.004, "average", 0.9));
        return settings;
    }
}
