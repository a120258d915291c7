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

/** A short training of the classifier from scratch. */
class ClassifierStageTest {

    private final List<Double> losses = new ArrayList<>();
    private final List<Map<String, Double>> measured = new ArrayList<>();

    @Test
    void itLearnsToTellBackgroundsAndWritesWhatItLearned(@TempDir Path folder)
            throws IOException, InterruptedException {
        assertThat(new TrainingRun(settings(folder), listening()).run(false)).isTrue();

        assertThat(mean(losses.subList(90, 100))).isLessThan(0.6 * mean(losses.subList(0, 5)));
        assertThat(measured.get(0).get("background")).isLessThan(0.4);
        assertThat(measured.get(1).get("background")).isGreaterThan(0.6);
        assertThat(measured.get(1)).containsKeys("object", "colour", "all");
        assertThat(folder.resolve("classifier/config.json")).content().contains("sample_size", "smiley");
        assertThat(folder.resolve("classifier/diffusion_pytorch_model.safetensors"))
                .isNotEmptyFile();
        assertThat(folder.resolve("samples/step-0000100.png")).isNotEmptyFile();
    }

    private static TrainingSettings settings(Path folder) throws IOException {
        return SettingsFile.read(Files.writeString(folder.resolve("classifier.yaml"), """
                stage: classifier
                folder: %s
                threads: 1
                precision: fp32
                data: {world: {curriculum: first, everything: true}}
                size: 32
                batch: 24
                length: {steps: 100}
                optimizer: {warm-up: 5, average: 0.9}
                network: {sample_size: 32, patch_size: 2, block_out_channels: [16, 24], features: 32}
                objective: {surveyed: 500, evaluated: 60}
                """.formatted(folder)));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    private TrainingMonitor listening() {
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
                measured.add(figures);
            }
        };
    }
}
