package dev.darkroom.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.model.SafetensorsFile;
import dev.darkroom.training.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of toy runs, pictures of 32x32, and the parts that a toy model is made of, trained once for all tests that
 * want them.
 */
public final class ToyRuns {

    /** Colours that the samples of the UNet's run are asked for, two pictures each. */
    static final List<String> BACKGROUNDS = List.of("blue", "black", "white", "orange");

    /** What the UNet is trained on: few things, on many backgrounds. */
    static final Map<String, Object> FIRST = Map.of("world", Map.of("curriculum", "first", "seed", 3));

    /** Of the UNet. */
    static final int UPDATES = 180;

    private static final Map<String, Watcher> DONE = new LinkedHashMap<>();
    private static @Nullable Path folder;

    private ToyRuns() {}

    /** Where the parts are trained. */
    static synchronized Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("toy-runs");
        }
        return folder;
    }

    /** The run of an autoencoder. */
    static Watcher autoencoder() throws IOException, InterruptedException {
        return once(autoencoder(folder(), "vae", 80));
    }

    /** The run of a text encoder. */
    static Watcher text() throws IOException, InterruptedException {
        return once(text(folder(), "text", 120));
    }

    /** The run of a UNet with these two; its model lies in {@code unet/model}. */
    static Watcher unet() throws IOException, InterruptedException {
        autoencoder();
        text();
        Map<String, Object> settings = unet(folder(), "unet", UPDATES);
        settings.put("data", FIRST);
        List<String> prompts = BACKGROUNDS.stream()
                .map(colour -> "a heart on a " + colour + " background")
                .toList();
        return once(with(settings, "objective", Map.of("prompts", prompts, "steps", 8, "first", 200, "fresh", 4)));
    }

    private static synchronized Watcher once(Map<String, Object> settings) throws IOException, InterruptedException {
        String name = String.valueOf(settings.get("folder"));
        Watcher watcher = DONE.get(name);
        if (watcher == null) {
            watcher = train(settings, false);
            DONE.put(name, watcher);
        }
        return watcher;
    }

    /** A run in two parts has the losses and the checkpoint of one in a single part, at a constant rate. */
    static void assertSameCurve(Map<String, Object> whole, Map<String, Object> first, Map<String, Object> second)
            throws IOException, InterruptedException {
        for (Map<String, Object> settings : List.of(whole, first, second)) {
            with(settings, "optimizer", Map.of("flat", 1, "warm-up", 1, "rate", 1e-3));
        }
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

    static Path checkpoint(Map<String, Object> settings) {
        return Path.of(String.valueOf(settings.get("folder"))).resolve(CheckpointFile.NAME);
    }

    /** Settings with other keys of a part. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> with(Map<String, Object> settings, String part, Map<String, Object> other) {
        Map<String, Object> all = new HashMap<>((Map<String, Object>) settings.getOrDefault(part, Map.of()));
        all.putAll(other);
        settings.put(part, all);
        return settings;
    }

    static Map<String, Object> autoencoder(Path runs, String name, int steps) {
        Map<String, Object> settings = common(runs, "autoencoder", name, steps);
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

    static Map<String, Object> text(Path runs, String name, int steps) {
        Map<String, Object> settings = common(runs, "text", name, steps);
        settings.put("batch", 32);
        settings.put("network", Map.of("hidden_size", 48, "intermediate_size", 96, "num_hidden_layers", 2));
        settings.put("objective", Map.of("surveyed", 1500, "evaluated", 48));
        settings.put("optimizer", Map.of("warm-up", 5, "kind", "muon", "rate", 0.004));
        return settings;
    }

    /** Its autoencoder and text encoder are those of {@link #folder}. */
    static Map<String, Object> unet(Path runs, String name, int steps) throws IOException {
        Map<String, Object> settings = common(runs, "unet", name, steps);
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
                        "vae", folder().resolve("vae").toString(),
                        "text", folder().resolve("text").toString(),
                        "first", 60,
                        "fresh", 2,
                        "evaluated", 12,
                        "steps", 4,
                        "prompts", List.of("a red apple")));
        settings.put("optimizer", Map.of("warm-up", 5, "kind", "muon", "rate", 0.004));
        return settings;
    }

    /** A network of 16x16 pixels, with classes if the objective says so. */
    public static Map<String, Object> pixels(
            Path runs, String stage, String name, int steps, Map<String, Object> objective) {
        Map<String, Object> settings = common(runs, stage, name, steps);
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

    static Map<String, Object> common(Path runs, String stage, String name, int steps) {
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

    public static Watcher train(Map<String, Object> settings, boolean resume) throws IOException, InterruptedException {
        Watcher watcher = new Watcher();
        new TrainingRun(SettingsFile.of(settings), watcher).run(resume);
        return watcher;
    }

    public static final class Watcher implements TrainingMonitor {

        final List<Double> losses = new ArrayList<>();
        int stopAfter = Integer.MAX_VALUE;
        final List<Map<String, Double>> figures = new ArrayList<>();

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
