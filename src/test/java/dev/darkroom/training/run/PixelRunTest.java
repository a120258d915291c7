package dev.darkroom.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.training.UnusableSettingsException;
import dev.darkroom.training.run.ToyRuns.Watcher;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Toy models of pixels: of classes, and of scores. */
class PixelRunTest {

    @TempDir
    private Path runs;

    @Test
    void modelOfClassesLearnsAndSaysItsLabels() throws Exception {
        Watcher watcher =
                ToyRuns.train(ToyRuns.pixels(runs, "pixels", "classes", 60, Map.of("classes", "object")), false);

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
        Watcher watcher = ToyRuns.train(ToyRuns.pixels(runs, "score", "score", 60, Map.of()), false);

        assertThat(watcher.last("unseen")).isLessThan(watcher.first("unseen") * 0.6);
        Path model = runs.resolve("score/model");
        assertThat(model.resolve("model_index.json")).content().contains("ScoreSdeVePipeline");
        assertThat(model.resolve("unet/config.json")).content().contains("fourier");
        assertThat(model.resolve("darkroom.json")).content().doesNotContain("labels");
    }

    @Test
    void resumedScoreMatchingGoesOnExactly() throws Exception {
        ToyRuns.assertSameCurve(
                ToyRuns.pixels(runs, "score", "whole", 6, Map.of("classes", "object")),
                ToyRuns.pixels(runs, "score", "parts", 3, Map.of("classes", "object")),
                ToyRuns.pixels(runs, "score", "parts", 6, Map.of("classes", "object")));
    }

    @Test
    void attributesThatAreNoneAreRefusedWithThoseThatAre() {
        assertThatThrownBy(() ->
                        ToyRuns.train(ToyRuns.pixels(runs, "pixels", "refused", 6, Map.of("classes", "weight")), false))
                .isInstanceOf(UnusableSettingsException.class)
                .hasMessageContaining("objective.classes is weight")
                .hasMessageContaining("object");
    }
}
