package dev.darkroom.training.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.denoise.plan.ConsistencyPlan;
import dev.darkroom.torch.Blueprint;
import dev.darkroom.torch.Device;
import dev.darkroom.torch.EngineSettings;
import dev.darkroom.torch.Learner;
import dev.darkroom.torch.Learner.Part;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.torch.Objective;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.Precision;
import dev.darkroom.torch.TorchEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gradients of the denoising losses are the slopes of the losses, by central differences. */
class ObjectiveGradientTest {

    private static final double STEP = 4e-4;
    private static final int ROWS = 2;

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
                    "in_channels", 3,
                    "out_channels", 3,
                    "block_out_channels", List.of(8, 8),
                    "layers_per_block", 1,
                    "attention_head_dim", 2,
                    "norm_num_groups", 2,
                    "cross_attention_dim", 8,
                    "down_block_types", List.of("CrossAttnDownBlock2D", "DownBlock2D"),
                    "up_block_types", List.of("UpBlock2D", "CrossAttnUpBlock2D")));
    private static final Blueprint PIXELS = new Blueprint(
            Blueprint.Kind.PIXEL_UNET,
            Map.of(
                    "block_out_channels",
                    List.of(8, 8),
                    "layers_per_block",
                    1,
                    "attention_head_dim",
                    4,
                    "norm_num_groups",
                    2,
                    "num_class_embeds",
                    3,
                    "time_embedding_type",
                    "fourier",
                    "down_block_types",
                    List.of("DownBlock2D", "AttnDownBlock2D"),
                    "up_block_types",
                    List.of("AttnUpBlock2D", "UpBlock2D")));

    private static TorchEngine engine;

    @BeforeAll
    static void start() {
        engine = TorchEngine.start(new EngineSettings(1, 0, true));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void ofTheUNetAndItsTextEncoder() {
        Map<String, Values> weights = new LinkedHashMap<>(weights("text.", TEXT, 1));
        weights.putAll(weights("unet.", UNET, 2));
        assertSlopes(Objective.denoising(TEXT, UNET, 1), weights, Map.of(), text(noisy()));
    }

    @Test
    void ofTheModelOfPixelsWithClasses() {
        Map<String, Values> batch = noisy();
        batch.put("labels", new Values(new float[] {2, 0}, ROWS));
        batch.put("timesteps", new Values(new float[] {0.3f, 12}, ROWS));
        assertSlopes(Objective.pixels(PIXELS), weights("unet.", PIXELS, 3), Map.of(), batch);
    }

    @Test
    void ofTheStudentAlone() {
        Map<String, Object> scheduler = Map.of("_class_name", "DDIMScheduler", "prediction_type", "v_prediction");
        ConsistencyPlan plan = new ConsistencyPlan(scheduler, 100);
        Map<String, Values> frozen = new LinkedHashMap<>(weights("text.", TEXT, 1));
        frozen.putAll(weights("teacher.", UNET, 2));
        Map<String, Values> batch = text(noisy());
        batch.put("empty", new Values(new float[] {1, 2, 0, 0, 0, 0}, 1, 6));
        batch.put("guidance", new Values(new float[] {3}));
        batch.put("from", rows(plan.row(8), plan.row(3)));
        batch.put("to", rows(plan.row(7), plan.row(2)));
        batch.put("step", rows(plan.step(8), plan.step(3)));
        assertSlopes(Objective.distilling(TEXT, UNET), weights("unet.", UNET, 5), frozen, batch);
    }

    /** Along the gradient the loss rises as fast as the gradient is long; what learns is all that it is asked for. */
    private static void assertSlopes(
            Objective objective, Map<String, Values> weights, Map<String, Values> frozen, Map<String, Values> batch) {
        try (Learner learner = Learner.open(
                engine,
                objective,
                new Placement(Device.CPU, Precision.FP32),
                new Learner.Constants(0.9, 0.99, 1e-8, 0.95))) {
            learner.begin(weights);
            if (!frozen.isEmpty()) {
                learner.freeze(frozen);
            }
            learner.learn(batch, 1);
            Map<String, float[]> gradients = learner.read(Part.GRADIENT);
            assertThat(gradients.keySet()).isEqualTo(weights.keySet());
            double squares = 0;
            for (float[] gradient : gradients.values()) {
                for (float number : gradient) {
                    squares += (double) number * number;
                }
            }
            double norm = Math.sqrt(squares);
            double slope = (loss(learner, weights, gradients, STEP / norm, batch)
                            - loss(learner, weights, gradients, -STEP / norm, batch))
                    / (2 * STEP);
            assertThat(slope).isCloseTo(norm, within(0.02 * norm));
        }
    }

    private static double loss(
            Learner learner,
            Map<String, Values> weights,
            Map<String, float[]> direction,
            double by,
            Map<String, Values> batch) {
        weights.forEach((name, value) -> {
            float[] moved = value.numbers().clone();
            float[] along = direction.getOrDefault(name, new float[moved.length]);
            for (int i = 0; i < moved.length; i++) {
                moved[i] += (float) (by * along[i]);
            }
            learner.write(Part.WEIGHT, name, new Values(moved, value.shape()));
        });
        return learner.learn(batch, 1).get("loss");
    }

    private static Map<String, Values> weights(String prefix, Blueprint network, long seed) {
        Map<String, Values> named = new LinkedHashMap<>();
        new FirstWeights(seed).of(network).forEach((name, value) -> named.put(prefix + name, value));
        return named;
    }

    private static Map<String, Values> noisy() {
        SplittableRandom random = new SplittableRandom(5);
        Map<String, Values> batch = new LinkedHashMap<>();
        batch.put("sample", new Values(BatchRandom.normal(random, 96), ROWS, 3, 4, 4));
        batch.put("target", new Values(BatchRandom.normal(random, 96), ROWS, 3, 4, 4));
        batch.put("timesteps", new Values(new float[] {10, 700}, ROWS));
        batch.put("weight", new Values(new float[] {1, 0.5f}, ROWS));
        return batch;
    }

    private static Map<String, Values> text(Map<String, Values> batch) {
        batch.put("ids", new Values(new float[] {1, 5, 2, 0, 0, 0, 1, 7, 8, 2, 0, 0}, ROWS, 6));
        return batch;
    }

    private static Values rows(float[] first, float[] second) {
        float[] both = new float[2 * first.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, first.length);
        return new Values(both, ROWS, first.length);
    }
}
