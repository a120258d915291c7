package dev.darkroom.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.model.ModelChecker;
import dev.darkroom.model.SafetensorsFile;
import dev.darkroom.training.SettingsFile;
import dev.darkroom.training.UnusableSettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A toy model from nothing: pictures of 32x32, all three stages one after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrainingRunTest {

    @TempDir
    private static Path runs;

    private static double base;

    @Test
    @Order(1)
    void autoencoderLearnsToReconstruct() throws Exception {
        Watcher watcher = train(autoencoder("vae", 80), false);

        assertThat(watcher.last("psnr")).isGreaterThan(15).isGreaterThan(watcher.first("psnr") + 4);
        assertThat(watcher.losses.get(79)).isLessThan(watcher.losses.get(0) / 3);
        assertThat(runs.resolve("vae/vae/diffusion_pytorch_model.safetensors")).isRegularFile();
        assertThat(runs.resolve("vae/loss.svg")).content().contains("<svg");
        assertThat(runs.resolve("vae/samples/step-0000080.png")).isRegularFile();
        assertThat(Files.readAllLines(runs.resolve("vae/log.csv")).get(0)).startsWith("step,");
    }

    @Test
    @Order(2)
    void textEncoderLearnsWhatCaptionsSay() throws Exception {
        Watcher watcher = train(text("text", 120), false);

        assertThat(watcher.losses.get(119)).isLessThan(0.6 * watcher.losses.get(0));
        assertThat(watcher.last("object")).isGreaterThan(watcher.first("object") + 0.05);
        assertThat(runs.resolve("text/tokenizer/merges.txt")).isRegularFile();
    }

    @Test
    @Order(3)
    void unetLearnsAndTheModelIsComplete() throws Exception {
        Watcher watcher = train(unet("unet", 100), false);

        base = watcher.last("unseen");
        assertThat(base).isLessThan(watcher.first("unseen") * 0.7);
        assertThat(ModelChecker.problems(runs.resolve("unet/model"))).isEmpty();
        assertThat(runs.resolve("unet/model/README.md")).content().contains("license: apache-2.0", "updates: 100");
        assertThat(runs.resolve("unet/model/darkroom.json"))
                .content()
                .contains("\"words\"", "\"smiley\"", "\"background\"");
    }

    @Test
    @Order(4)
    @SuppressWarnings("unchecked")
    void lowRankUpdatesBeginAtTheModelAndAreStoredUnderKohyasNames() throws Exception {
        Map<String, Object> settings = unet("lora", 20);
        Map<String, Object> objective = new HashMap<>((Map<String, Object>) settings.get("objective"));
        String model = runs.resolve("unet/model").toString();
        objective.putAll(Map.of("vae", model, "text", model, "unet", model, "lora-rank", 2, "lora-alpha", 4));
        settings.put("objective", objective);
        settings.put("optimizer", Map.of("warm-up", 5, "rate", 0.002, "average", 0.9));
        Watcher watcher = train(settings, false);

        assertThat(watcher.first("unseen")).isCloseTo(base, within(0.01));
        assertThat(watcher.last("unseen")).isNotEqualTo(watcher.first("unseen"));
        SafetensorsFile lora = SafetensorsFile.open(runs.resolve("lora/lora.safetensors"));
        String layer = "lora_unet_mid_block_attentions_0_transformer_blocks_0_attn2_to_out_0";
        assertThat(lora.entry(layer + ".lora_down.weight").shape()).containsExactly(2, 32);
        assertThat(lora.entry(layer + ".lora_up.weight").shape()).containsExactly(32, 2);
        assertThat(lora.entry(layer + ".alpha").shape()).isEmpty();
    }

    @Test
    @Order(4)
    void aDecoderTrainedAloneLeavesLatentsAsTheyWere() throws Exception {
        Map<String, Object> settings = autoencoder("decoder", 30);
        settings.put(
                "objective",
                Map.of("crop", 0, "evaluated", 4, "vae", runs.resolve("vae").toString(), "decoder-only", true));
        settings.put("optimizer", Map.of("warm-up", 5, "rate", 0.001, "average", 0.9));
        Watcher watcher = train(settings, false);

        assertThat(watcher.last("psnr")).isGreaterThan(watcher.first("psnr"));
        String weights = "vae/diffusion_pytorch_model.safetensors";
        SafetensorsFile before = SafetensorsFile.open(runs.resolve("vae").resolve(weights));
        SafetensorsFile after = SafetensorsFile.open(runs.resolve("decoder").resolve(weights));
        for (String name : before.names()) {
            boolean same = after.data(name).equals(before.data(name));
            assertThat(same).as(name).isEqualTo(name.startsWith("encoder.") || name.startsWith("quant_conv."));
        }
        assertThat(scalingFactor("decoder")).isEqualTo(scalingFactor("vae"));
    }

    private static String scalingFactor(String run) throws IOException {
        return Files.readAllLines(runs.resolve(run).resolve("vae/config.json")).stream()
                .filter(line -> line.contains("scaling_factor"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(4)
    void resumedUNetGoesOnExactly() throws Exception {
        sameCurve(unet("whole", 8), unet("parts", 4), unet("parts", 8));
    }

    @Test
    @Order(5)
    void resumedAutoencoderGoesOnExactly() throws Exception {
        sameCurve(autoencoder("whole-vae", 6), autoencoder("parts-vae", 3), autoencoder("parts-vae", 6));
    }

    /** A constant rate, so that the length of a run does not matter. */
    private void sameCurve(Map<String, Object> whole, Map<String, Object> first, Map<String, Object> second)
            throws Exception {
        List.of(whole, first, second).forEach(settings -> flat(settings));
        Watcher all = train(whole, false);
        List<Double> joined = new ArrayList<>(train(first, false).losses);
        joined.addAll(train(second, true).losses);

        assertThat(joined).isEqualTo(all.losses);
        SafetensorsFile expected = SafetensorsFile.open(checkpoint(whole));
        SafetensorsFile actual = SafetensorsFile.open(checkpoint(second));
        assertThat(actual.names()).isEqualTo(expected.names());
        for (String name : expected.names()) {
            assertThat(actual.data(name)).as(name).isEqualTo(expected.data(name));
        }
    }

    private static void flat(Map<String, Object> settings) {
        settings.put("optimizer", Map.of("flat", 1, "warm-up", 1, "rate", 1e-3));
    }

    private static Path checkpoint(Map<String, Object> settings) {
        return Path.of(String.valueOf(settings.get("folder"))).resolve(CheckpointFile.NAME);
    }

    @Test
    @Order(6)
    void stoppedRunSavesAndWritesItsNetwork() throws Exception {
        Map<String, Object> settings = autoencoder("stopped", 1000);
        Watcher watcher = new Watcher();
        watcher.stopAfter = 2;

        assertThat(new TrainingRun(SettingsFile.of(settings), watcher).run(false))
                .isFalse();
        assertThat(watcher.losses).hasSize(2);
        assertThat(checkpoint(settings)).isRegularFile();
        assertThat(runs.resolve("stopped/vae/config.json")).isRegularFile();
    }

    @Test
    @Order(6)
    void stopsAtNumbersThatAreNotFinite() {
        Map<String, Object> settings = autoencoder("diverged", 40);
        settings.put("optimizer", Map.of("kind", "adamw", "rate", 1e25, "warm-up", 1, "clip", 0));

        assertThatThrownBy(() -> train(settings, false))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContaining("log.jsonl");
    }

    @Test
    @Order(7)
    void asksForResumeInsteadOfOverwriting() {
        assertThatThrownBy(() -> train(autoencoder("vae", 80), false))
                .isInstanceOf(UnusableSettingsException.class)
                .hasMessageContaining("--resume");
        assertThatThrownBy(() -> train(autoencoder("fresh", 80), true)).hasMessageContaining("has no checkpoint");
    }

    private static Map<String, Object> autoencoder(String name, int steps) {
        Map<String, Object> settings = common("autoencoder", name, steps);
        settings.put("batch", 4);
        settings.put(
                "network",
                Map.of(
                        "block_out_channels", List.of(8, 16, 16),
                        "latent_channels", 6,
                        "down_block_types", List.of("DownEncoderBlock2D", "DownEncoderBlock2D", "DownEncoderBlock2D")));
        settings.put("objective", Map.of("crop", 0, "evaluated", 4));
        settings.put("optimizer", Map.of("warm-up", 5, "rate", 0.005));
        return settings;
    }

    private static Map<String, Object> text(String name, int steps) {
        Map<String, Object> settings = common("text", name, steps);
        settings.put("batch", 32);
        settings.put("network", Map.of("hidden_size", 48, "intermediate_size", 96, "num_hidden_layers", 2));
        settings.put("objective", Map.of("surveyed", 1500, "evaluated", 48));
        settings.put("optimizer", Map.of("warm-up", 5, "kind", "muon", "rate", 0.004));
        return settings;
    }

    private static Map<String, Object> unet(String name, int steps) {
        Map<String, Object> settings = common("unet", name, steps);
        settings.put("batch", 16);
        settings.put(
                "network",
                Map.of(
                        "block_out_channels", List.of(16, 32),
                        "attention_head_dim", List.of(2, 2),
                        "norm_num_groups", 4,
                        "down_block_types", List.of("CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
                        "up_block_types", List.of("CrossAttnUpBlock2D", "CrossAttnUpBlock2D")));
        settings.put(
                "objective",
                Map.of(
                        "vae", runs.resolve("vae").toString(),
                        "text", runs.resolve("text").toString(),
                        "first", 60,
                        "fresh", 2,
                        "evaluated", 12,
                        "steps", 4,
                        "prompts", List.of("a red apple")));
        settings.put("optimizer", Map.of("warm-up", 5, "kind", "muon", "rate", 0.004));
        return settings;
    }

    private static Map<String, Object> common(String stage, String name, int steps) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("stage", stage);
        settings.put("folder", runs.resolve(name).toString());
        settings.put("threads", 1);
        settings.put("precision", "fp32");
        settings.put("size", 32);
        settings.put("data", Map.of("world", Map.of("curriculum", "core", "seed", 3)));
        settings.put("length", Map.of("steps", steps));
        settings.put("saving", Map.of("checkpoint-minutes", 0, "sample-minutes", 0, "log-steps", 10));
        return settings;
    }

    private static Watcher train(Map<String, Object> settings, boolean resume)
            throws IOException, InterruptedException {
        Watcher watcher = new Watcher();
        new TrainingRun(SettingsFile.of(settings), watcher).run(resume);
        return watcher;
    }

    private static final class Watcher implements TrainingMonitor {

        private final List<Double> losses = new ArrayList<>();
        private int stopAfter = Integer.MAX_VALUE;
        private final List<Map<String, Double>> figures = new ArrayList<>();

        @Override
        public void progress(TrainingProgress progress) {
            losses.add(progress.batchLoss());
        }

        @Override
        public void evaluated(long step, Map<String, Double> measured) {
            figures.add(measured);
        }

        @Override
        public boolean stopRequested() {
            return losses.size() >= stopAfter;
        }

        double first(String figure) {
            return figures.get(0).get(figure);
        }

        double last(String figure) {
            return figures.get(figures.size() - 1).get(figure);
        }
    }
}
