package dev.darkroom.training.run;

import static dev.darkroom.training.run.ToyRuns.train;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.model.SafetensorsExport;
import dev.darkroom.model.SafetensorsExport.Format;
import dev.darkroom.model.SafetensorsFile;
import dev.darkroom.training.SettingsFile;
import dev.darkroom.training.UnusableSettingsException;
import dev.darkroom.training.run.ToyRuns.Watcher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every run does, and the first two stages. */
class TrainingRunTest {

    @TempDir
    private Path runs;

    @Test
    void autoencoderLearnsToReconstruct() throws Exception {
        Watcher watcher = ToyRuns.autoencoder();

        assertThat(watcher.last("psnr")).isGreaterThan(15).isGreaterThan(watcher.first("psnr") + 4);
        assertThat(watcher.losses.get(79)).isLessThan(watcher.losses.get(0) / 3);
        Path folder = ToyRuns.folder().resolve("vae");
        assertThat(folder.resolve("vae/diffusion_pytorch_model.safetensors")).isRegularFile();
        assertThat(folder.resolve("loss.svg")).content().contains("<svg");
        assertThat(folder.resolve("samples/step-0000080.png")).isRegularFile();
        assertThat(Files.readAllLines(folder.resolve("log.csv")).get(0)).startsWith("step,");
    }

    @Test
    void aDecoderTrainedAloneLeavesLatentsAsTheyWere() throws Exception {
        ToyRuns.autoencoder();
        Path whole = ToyRuns.folder().resolve("vae");
        Map<String, Object> settings = ToyRuns.autoencoder(runs, "decoder", 30);
        settings.put("objective", Map.of("crop", 0, "evaluated", 4, "vae", whole.toString(), "decoder-only", true));
        settings.put("optimizer", Map.of("warm-up", 5, "rate", 0.001, "average", 0.9));
        Watcher watcher = train(settings, false);

        assertThat(watcher.last("psnr")).isGreaterThan(watcher.first("psnr"));
        Path decoder = runs.resolve("decoder");
        String weights = "vae/diffusion_pytorch_model.safetensors";
        SafetensorsFile before = SafetensorsFile.open(whole.resolve(weights));
        SafetensorsFile after = SafetensorsFile.open(decoder.resolve(weights));
        for (String name : before.names()) {
            boolean same = after.data(name).equals(before.data(name));
            assertThat(same).as(name).isEqualTo(name.startsWith("encoder.") || name.startsWith("quant_conv."));
        }
        assertThat(scalingFactor(decoder)).isEqualTo(scalingFactor(whole));
    }

    private static String scalingFactor(Path run) throws IOException {
        return Files.readAllLines(run.resolve("vae/config.json")).stream()
                .filter(line -> line.contains("scaling_factor"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void textEncoderLearnsWhatCaptionsSay() throws Exception {
        Watcher watcher = ToyRuns.text();

        assertThat(watcher.losses.get(119)).isLessThan(0.6 * watcher.losses.get(0));
        assertThat(watcher.last("object")).isGreaterThan(watcher.first("object") + 0.05);
        assertThat(ToyRuns.folder().resolve("text/tokenizer/merges.txt")).isRegularFile();
    }

    @Test
    void resumedAutoencoderGoesOnExactly() throws Exception {
        ToyRuns.assertSameCurve(
                ToyRuns.autoencoder(runs, "whole-vae", 6),
                ToyRuns.autoencoder(runs, "parts-vae", 3),
                ToyRuns.autoencoder(runs, "parts-vae", 6));
    }

    @Test
    void theBestOfSeveralMovingAveragesIsKept() throws Exception {
        Map<String, Object> settings = ToyRuns.autoencoder(runs, "averages", 30);
        ToyRuns.with(settings, "optimizer", Map.of("average", List.of(0.999, 0.6)));
        Watcher watcher = train(settings, false);

        Map<String, Double> figures = new HashMap<>();
        watcher.figures.forEach(figures::putAll);
        assertThat(figures.get("psnr@0.6")).isGreaterThan(figures.get("psnr@0.999"));
        assertThat(kept(settings)).isEqualTo(half(settings, "@1")).isNotEqualTo(half(settings, ""));
    }

    private static String kept(Map<String, Object> settings) {
        Path folder = ToyRuns.checkpoint(settings).resolveSibling("vae");
        ByteBuffer data = SafetensorsFile.open(folder.resolve("diffusion_pytorch_model.safetensors"))
                .data("decoder.conv_out.weight");
        return Integer.toHexString(data.getShort() & 0xFFFF);
    }

    /** One number of a moving average as it is written in half precision. */
    private static String half(Map<String, Object> settings, String average) throws IOException {
        SafetensorsFile checkpoint = SafetensorsFile.open(ToyRuns.checkpoint(settings));
        float number =
                checkpoint.data("average/vae.decoder.conv_out.weight" + average).getFloat();
        Path file = Files.createTempFile("half", ".safetensors");
        SafetensorsExport.write(
                file, Map.of("x", new SafetensorsExport.Tensor(new float[] {number}, 1)), Format.F16, Map.of());
        return Integer.toHexString(SafetensorsFile.open(file).data("x").getShort() & 0xFFFF);
    }

    @Test
    void resumedRunHasTheSameMovingAverages() throws Exception {
        List<Map<String, Object>> parts = List.of(
                ToyRuns.autoencoder(runs, "whole", 6),
                ToyRuns.autoencoder(runs, "parts", 3),
                ToyRuns.autoencoder(runs, "parts", 6));
        parts.forEach(part -> ToyRuns.with(part, "optimizer", Map.of("average", List.of(0.9, 0.5, 0.99))));
        ToyRuns.assertSameCurve(parts.get(0), parts.get(1), parts.get(2));
    }

    @Test
    void stoppedRunSavesAndWritesItsNetwork() throws Exception {
        Map<String, Object> settings = ToyRuns.autoencoder(runs, "stopped", 1000);
        Watcher watcher = new Watcher();
        watcher.stopAfter = 2;

        assertThat(new TrainingRun(SettingsFile.of(settings), watcher).run(false))
                .isFalse();
        assertThat(watcher.losses).hasSize(2);
        assertThat(ToyRuns.checkpoint(settings)).isRegularFile();
        assertThat(runs.resolve("stopped/vae/config.json")).isRegularFile();
    }

    @Test
    void stopsAtNumbersThatAreNotFinite() {
        Map<String, Object> settings = ToyRuns.autoencoder(runs, "diverged", 40);
        settings.put("optimizer", Map.of("kind", "adamw", "rate", 1e25, "warm-up", 1, "clip", 0));

        assertThatThrownBy(() -> train(settings, false))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContaining("log.jsonl");
    }

    @Test
    void asksForResumeInsteadOfOverwriting() throws Exception {
        ToyRuns.autoencoder();
        assertThatThrownBy(() -> train(ToyRuns.autoencoder(ToyRuns.folder(), "vae", 80), false))
                .isInstanceOf(UnusableSettingsException.class)
                .hasMessageContaining("--resume");
        assertThatThrownBy(() -> train(ToyRuns.autoencoder(runs, "fresh", 80), true))
                .hasMessageContaining("has no checkpoint");
    }
}
