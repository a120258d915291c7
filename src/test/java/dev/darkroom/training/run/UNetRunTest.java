package dev.darkroom.training.run;

import static dev.darkroom.training.run.ToyRuns.train;
import static dev.darkroom.training.run.ToyRuns.unet;
import static dev.darkroom.training.run.ToyRuns.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.model.ModelChecker;
import dev.darkroom.model.SafetensorsFile;
import dev.darkroom.training.UnusableSettingsException;
import dev.darkroom.training.run.ToyRuns.Watcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A toy model from nothing: autoencoder, text encoder, UNet; and what can be made of it. */
class UNetRunTest {

    private static final Map<String, Object> BUCKETS =
            Map.of("share", 0.6, "sides", List.of(32, 48), "elongated", 2, "multiple", 8);

    /** Of a sample. */
    private static final int SIDE = 32;

    @TempDir
    private Path runs;

    private Watcher base;
    private Path model;

    @BeforeEach
    void trainOnce() throws Exception {
        base = ToyRuns.unet();
        model = ToyRuns.folder().resolve("unet/model");
    }

    @Test
    void unetLearnsAndTheModelIsComplete() {
        assertThat(base.last("unseen")).isLessThan(base.first("unseen") * 0.5);
        assertThat(ModelChecker.problems(model)).isEmpty();
        assertThat(model.resolve("README.md")).content().contains("license: apache-2.0", "updates: " + ToyRuns.UPDATES);
        assertThat(model.resolve("darkroom.json")).content().contains("\"words\"", "\"smiley\"", "\"background\"");
    }

    /** At first all samples look alike; at the end at least six of eight have the background that was asked for. */
    @Test
    void samplesObeyTheirPrompts() throws Exception {
        Path samples = ToyRuns.folder().resolve("unet/samples");

        assertThat(right(samples.resolve("step-0000000.png"))).isLessThanOrEqualTo(3);
        assertThat(right(samples.resolve("step-%07d.png".formatted(ToyRuns.UPDATES))))
                .isGreaterThanOrEqualTo(6);
    }

    private static int right(Path file) throws IOException {
        Picture grid =
                new PictureDecoder(new ImageLimits(DataSize.ofMegabytes(4), 1 << 20)).decode(Files.readAllBytes(file));
        int right = 0;
        for (int i = 0; i < 2 * ToyRuns.BACKGROUNDS.size(); i++) {
            right += BorderColour.nearest(grid, i * SIDE, SIDE).equals(ToyRuns.BACKGROUNDS.get(i / 2)) ? 1 : 0;
        }
        return right;
    }

    @Test
    void lowRankUpdatesBeginAtTheModelAndAreStoredUnderKohyasNames() throws Exception {
        Map<String, Object> settings = of(model, unet(runs, "lora", 20), Map.of("lora-rank", 2, "lora-alpha", 4));
        settings.put("optimizer", Map.of("warm-up", 5, "rate", 0.002, "average", 0.9));
        settings.put("data", ToyRuns.FIRST);
        Watcher watcher = train(settings, false);

        assertThat(watcher.first("unseen")).isCloseTo(base.last("unseen"), within(0.01));
        assertThat(watcher.last("unseen")).isNotEqualTo(watcher.first("unseen"));
        SafetensorsFile lora = SafetensorsFile.open(runs.resolve("lora/lora.safetensors"));
        String layer = "lora_unet_mid_block_attentions_0_transformer_blocks_0_attn2_to_out_0";
        assertThat(lora.entry(layer + ".lora_down.weight").shape()).containsExactly(2, 32);
        assertThat(lora.entry(layer + ".lora_up.weight").shape()).containsExactly(32, 2);
        assertThat(lora.entry(layer + ".alpha").shape()).isEmpty();
    }

    @Test
    void resumedUNetGoesOnExactly() throws Exception {
        ToyRuns.assertSameCurve(unet(runs, "whole", 8), unet(runs, "parts", 4), unet(runs, "parts", 8));
    }

    @Test
    void unetLearnsSeveralSizesAndGoesOnExactly() throws Exception {
        ToyRuns.assertSameCurve(sizes("sizes", 10), sizes("sizes-parts", 5), sizes("sizes-parts", 10));

        String cached = Files.readString(runs.resolve("sizes/latents.jsonl"));
        assertThat(cached).contains("{\"width\":24,\"height\":40}", "{\"width\":48,\"height\":48}");
        Watcher watcher = train(sizes("sizes-learned", 60), false);
        assertThat(watcher.last("unseenOtherSizes")).isLessThan(watcher.first("unseenOtherSizes") * 0.8);
    }

    @Test
    void alignedUNetGoesOnExactlyAndIsExportedWithoutWhatItWasSeenThrough() throws Exception {
        ToyRuns.assertSameCurve(aligned("aligned", 10), aligned("aligned-parts", 5), aligned("aligned-parts", 10));

        assertThat(SafetensorsFile.open(ToyRuns.checkpoint(aligned("aligned", 10)))
                        .names())
                .anyMatch(name -> name.contains("align.1.weight"));
        Path exported = runs.resolve("aligned/model");
        assertThat(ModelChecker.problems(exported)).isEmpty();
        assertThat(SafetensorsFile.open(exported.resolve("unet/diffusion_pytorch_model.safetensors"))
                        .names())
                .isEqualTo(SafetensorsFile.open(model.resolve("unet/diffusion_pytorch_model.safetensors"))
                        .names());
    }

    @Test
    void alignedMiddleComesToShowWhatTheClassifierSees() throws Exception {
        train(aligned("aligned", 40), false);

        List<Double> likeness = Files.readAllLines(runs.resolve("aligned/log.jsonl")).stream()
                .map(line -> JsonMapper.shared().readTree(line).path("likeness"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::doubleValue)
                .toList();
        assertThat(likeness).hasSize(4);
        assertThat(likeness.get(3)).isGreaterThan(likeness.get(0) + 0.1);
    }

    @Test
    void latentsWithoutFeaturesAreRefusedWhereTheMiddleIsAligned() throws Exception {
        train(with(unet(runs, "plain", 2), "buckets", BUCKETS), false);
        Map<String, Object> settings = aligned("plain", 2);
        Files.delete(ToyRuns.checkpoint(settings));

        assertThatThrownBy(() -> train(settings, false))
                .isInstanceOf(UnusableSettingsException.class)
                .hasMessageContaining("beside the embedded judge")
                .hasMessageContaining("remove its latents.*");
    }

    @Test
    void alignmentThatDoesNotFitIsRefused() throws Exception {
        for (Map<String, Object> objective : List.<Map<String, Object>>of(
                Map.of("align", -1), Map.of("align", 1, "lora-rank", 2, "unet", model.toString()))) {
            Map<String, Object> settings = with(unet(runs, "refused", 5), "objective", objective);
            assertThatThrownBy(() -> train(settings, false))
                    .isInstanceOf(UnusableSettingsException.class)
                    .hasMessageContaining("objective.align");
        }
        Map<String, Object> settings =
                with(unet(runs, "refused", 5), "objective", Map.of("align", 1, "judge", model.toString()));
        assertThatThrownBy(() -> train(settings, false))
                .isInstanceOf(UnusableSettingsException.class)
                .hasMessageContaining("objective.judge");
    }

    private Map<String, Object> aligned(String name, int steps) throws IOException {
        return with(sizes(name, steps), "objective", Map.of("align", 0.5));
    }

    private Map<String, Object> sizes(String name, int steps) throws IOException {
        return with(unet(runs, name, steps), "buckets", BUCKETS);
    }

    @Test
    void bucketsThatDoNotFitAreRefused() throws Exception {
        for (Map<String, Object> buckets : List.<Map<String, Object>>of(
                Map.of("share", 2), Map.of("share", 0.5, "sides", List.of(40)), Map.of("multiple", 12))) {
            Map<String, Object> settings = with(unet(runs, "refused", 5), "buckets", buckets);
            assertThatThrownBy(() -> train(settings, false))
                    .isInstanceOf(UnusableSettingsException.class)
                    .hasMessageContaining("buckets");
        }
    }

    @Test
    void distilledModelJumpsWhereItsTeachersPathEnds() throws Exception {
        Watcher watcher = train(distilled("distilled", 60), false);

        assertThat(watcher.last("unseen")).isLessThan(watcher.first("unseen") * 0.75);
        Path student = runs.resolve("distilled/model");
        assertThat(ModelChecker.problems(student)).isEmpty();
        assertThat(student.resolve("scheduler/scheduler_config.json"))
                .content()
                .contains("LCMScheduler", "\"original_inference_steps\" : 50", "v_prediction", "scaled_linear");
        assertThat(student.resolve("darkroom.json")).content().contains("\"steps\" : 4", "\"guidance_scale\" : 1.0");
    }

    @Test
    void resumedDistillationGoesOnExactly() throws Exception {
        ToyRuns.assertSameCurve(distilled("whole", 6), distilled("parts", 3), distilled("parts", 6));
    }

    private Map<String, Object> distilled(String name, int steps) throws IOException {
        Map<String, Object> settings =
                of(model, unet(runs, name, steps), Map.of("distil", 20, "guidance", 2, "steps", 4));
        settings.put("optimizer", Map.of("warm-up", 5, "rate", 0.002, "average", 0.9));
        return settings;
    }

    private static Map<String, Object> of(Path model, Map<String, Object> settings, Map<String, Object> objective) {
        String all = model.toString();
        with(settings, "objective", Map.of("vae", all, "text", all, "unet", all));
        return with(settings, "objective", objective);
    }
}
