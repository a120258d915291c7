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
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gradients of the denoising losses are the slopes of the losses, by central differences. */
class ObjectiveGradientTest {

    private static final double STEP = 4e-4;

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
        Map<String, Values> weights = TrainedNetwork.prefixed("text.", new FirstWeights(1).of(SmallNetworks.TEXT));
        weights.putAll(TrainedNetwork.prefixed("unet.", new FirstWeights(2).of(SmallNetworks.UNET)));
        assertSlopes(
                Objective.denoising(SmallNetworks.TEXT, SmallNetworks.UNET, 1, 0),
                weights,
                Map.of(),
                SmallNetworks.captioned());
    }

    /** Of latents that are wider than high, whose middle square is aligned. */
    @Test
    void ofTheUNetWhoseMiddleIsAligned() {
        SplittableRandom random = new SplittableRandom(6);
        Map<String, Values> batch = SmallNetworks.captioned();
        batch.put("sample", new Values(BatchRandom.normal(random, 192), SmallNetworks.ROWS, 3, 4, 8));
        batch.put("target", new Values(BatchRandom.normal(random, 192), SmallNetworks.ROWS, 3, 4, 8));
        batch.put("features", new Values(BatchRandom.normal(random, 54), SmallNetworks.ROWS, 3, 3, 3));
        assertSlopes(
                Objective.denoising(SmallNetworks.TEXT, SmallNetworks.UNET, 1, 0.7),
                AlignmentTest.weights(),
                Map.of(),
                batch);
    }

    @Test
    void ofTheModelOfPixelsWithClasses() {
        Map<String, Values> batch = SmallNetworks.noisy();
        batch.put("labels", new Values(new float[] {2, 0}, SmallNetworks.ROWS));
        batch.put("timesteps", new Values(new float[] {0.3f, 12}, SmallNetworks.ROWS));
        assertSlopes(
                Objective.pixels(PIXELS),
                TrainedNetwork.prefixed("unet.", new FirstWeights(3).of(PIXELS)),
                Map.of(),
                batch);
    }

    @Test
    void ofTheStudentAlone() {
        Map<String, Object> scheduler = Map.of("_class_name", "DDIMScheduler", "prediction_type", "v_prediction");
        ConsistencyPlan plan = new ConsistencyPlan(scheduler, 100);
        Map<String, Values> frozen = TrainedNetwork.prefixed("text.", new FirstWeights(1).of(SmallNetworks.TEXT));
        frozen.putAll(TrainedNetwork.prefixed("teacher.", new FirstWeights(2).of(SmallNetworks.UNET)));
        Map<String, Values> batch = SmallNetworks.captioned();
        batch.put("empty", new Values(new float[] {1, 2, 0, 0, 0, 0}, 1, 6));
        batch.put("guidance", new Values(new float[] {3}));
        batch.put("from", Values.rows(new float[][] {plan.row(8), plan.row(3)}, plan.row(8).length));
        batch.put("to", Values.rows(new float[][] {plan.row(7), plan.row(2)}, plan.row(7).length));
        batch.put("step", Values.rows(new float[][] {plan.step(8), plan.step(3)}, plan.step(8).length));
        assertSlopes(
                Objective.distilling(SmallNetworks.TEXT, SmallNetworks.UNET),
                TrainedNetwork.prefixed("unet.", new FirstWeights(5).of(SmallNetworks.UNET)),
                frozen,
                batch);
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
}
