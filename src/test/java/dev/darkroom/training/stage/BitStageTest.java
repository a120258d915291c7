package dev.darkroom.training.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.training.SettingsFile;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.run.TrainingMonitor;
import dev.darkroom.training.run.TrainingProgress;
import dev.darkroom.training.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short training of bit diffusion from scratch: it learns, and leaves a model folder. */
class BitStageTest {

    @Test
    void theLossFallsAndAModelIsWritten(@TempDir Path folder) throws IOException, InterruptedException {
        List<Double> losses = new ArrayList<>();
        assertThat(new TrainingRun(settings(folder), listening(losses)).run(false))
                .isTrue();

        assertThat(mean(losses.subList(50, 60))).isLessThan(0.75 * mean(losses.subList(0, 5)));
        assertThat(folder.resolve("model_index.json")).content().contains("BitDiffusionPipeline");
        assertThat(folder.resolve("bits/config.json"))
                .content()
                .contains("smiley")
                .contains("#ffd23f");
        assertThat(folder.resolve("unet/diffusion_pytorch_model.safetensors")).isNotEmptyFile();
        assertThat(Files.list(folder.resolve("samples"))).isNotEmpty();
    }

    private static TrainingSettings settings(Path folder) {
        return SettingsFile.of(Map.of(
                "stage", "bits",
                "folder", folder.toString(),
                "threads", 1,
                "precision", "fp32",
                "batch", 8,
                "length", Map.of("steps", 60),
                "saving", Map.of("log-steps", 20),
                "optimizer", Map.of("rate", 0.003, "warm-up", 5),
                "network", Map.of("block_out_channels", List.of(16, 16, 16), "norm_num_groups", 4),
                "objective", Map.of("evaluated", 4, "steps", 3)));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    private static TrainingMonitor listening(List<Double> losses) {
        return new TrainingMonitor() {
            @Override
            public boolean stopRequested() {
                return false;
            }

            @Override
            public void progress(TrainingProgress progress) {
                losses.add(progress.loss());
            }

            @Override
            public void evaluated(long step, Map<String, Double> figures) {
                assertThat(figures).containsKeys("right", "unseen");
            }
        };
    }
}
