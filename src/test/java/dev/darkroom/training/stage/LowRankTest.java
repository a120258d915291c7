package dev.darkroom.training.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.torch.Blueprint;
import dev.darkroom.torch.Device;
import dev.darkroom.torch.EngineSettings;
import dev.darkroom.torch.Learner;
import dev.darkroom.torch.Learner.Part;
import dev.darkroom.torch.Learner.Step;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.torch.Objective;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.Precision;
import dev.darkroom.torch.TorchEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LowRankTest {

    private static final Blueprint TEXT = new Blueprint(
            Blueprint.Kind.TEXT_ENCODER,
            Map.of(
                    "hidden_size", 8,
                    "intermediate_size", 16,
                    "num_hidden_layers", 1,
                    "num_attention_heads", 2,
                    "max_position_embeddings", 6,
                    "vocab_size", 20));
    private static final Blueprint UNET = new Blueprint(
            Blueprint.Kind.UNET,
            Map.of(
                    "in_channels", 2,
                    "out_channels", 2,
                    "block_out_channels", List.of(8, 8),
                    "layers_per_block", 1,
                    "attention_head_dim", 2,
                    "norm_num_groups", 2,
                    "cross_attention_dim", 8,
                    "down_block_types", List.of("CrossAttnDownBlock2D", "DownBlock2D"),
                    "up_block_types", List.of("UpBlock2D", "CrossAttnUpBlock2D")));

    /** The loss of frozen weights with updates is that of the merged weights, and only the updates have moved. */
    @Test
    void updatesActAsIfTheyWereAddedToTheWeights() {
        LowRank lowRank = new LowRank(2, 3);
        FirstWeights first = new FirstWeights(4);
        Map<String, Values> frozen = new LinkedHashMap<>();
        first.of(TEXT).forEach((name, value) -> frozen.put("text." + name, value));
        first.of(UNET).forEach((name, value) -> frozen.put("unet." + name, value));
        Map<String, Values> updates = lowRank.begin(frozen, first);
        Map<String, Values> batch = batch();

        try (TorchEngine engine = TorchEngine.start(new EngineSettings(1, 0, true));
                Learner adapting = learner(engine, lowRank.scale(), updates)) {
            adapting.freeze(frozen);
            double before = loss(adapting, batch);
            adapting.update(1, new Step(0.05, 0, 0, 0));
            double after = loss(adapting, batch);
            Map<String, Values> merged = new LinkedHashMap<>();
            lowRank.merged(frozen, adapting.read(Part.WEIGHT))
                    .forEach((name, numbers) -> merged.put(
                            name, new Values(numbers, frozen.get(name).shape())));

            assertThat(after).isLessThan(before);
            assertThat(adapting.read(Part.WEIGHT).keySet()).allMatch(name -> name.contains(".lora_"));
            try (Learner whole = learner(engine, 1, merged)) {
                assertThat(loss(whole, batch)).isCloseTo(after, within(1e-5));
            }
            try (Learner base = learner(engine, 1, frozen)) {
                assertThat(loss(base, batch)).isCloseTo(before, within(1e-5));
            }
        }
    }

    private static Learner learner(TorchEngine engine, double scale, Map<String, Values> weights) {
        Learner learner = Learner.open(
                engine,
                Objective.denoising(TEXT, UNET, scale),
                new Placement(Device.CPU, Precision.FP32),
                new Learner.Constants(0.9, 0.99, 1e-8, 0.95));
        learner.begin(weights);
        return learner;
    }

    private static double loss(Learner learner, Map<String, Values> batch) {
        return learner.learn(batch, 1).get("loss");
    }

    private static Map<String, Values> batch() {
        SplittableRandom random = new SplittableRandom(5);
        return Map.of(
                "sample", new Values(BatchRandom.normal(random, 64), 2, 2, 4, 4),
                "target", new Values(BatchRandom.normal(random, 64), 2, 2, 4, 4),
                "timesteps", new Values(new float[] {10, 700}, 2),
                "weight", new Values(new float[] {1, 1}, 2),
                "ids", new Values(new float[] {1, 5, 2, 0, 0, 0, 1, 7, 8, 2, 0, 0}, 2, 6));
    }
}
