package dev.darkroom.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.torch.Learner.Part;
import dev.darkroom.torch.Learner.Step;
import dev.darkroom.torch.Learner.Traits;
import dev.darkroom.torch.Learner.Values;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LearnerTest {

    private static final Blueprint VAE = new Blueprint(
            Blueprint.Kind.AUTOENCODER,
            Map.of(
                    "block_out_channels",
                    List.of(4, 8),
                    "latent_channels",
                    3,
                    "norm_num_groups",
                    2,
                    "down_block_types",
                    List.of("DownEncoderBlock2D", "DownEncoderBlock2D")));
    private static final String WATCHED = "vae.decoder.mid_block.resnets.0.conv1.weight";

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
    void gradientsAreThoseOfFiniteDifferences() {
        Random random = new Random(4);
        Map<String, Values> weights = weights(random);
        Map<String, Values> batch = batch(random, true);
        try (Learner learner = learner(weights)) {
            learner.learn(batch, 1);
            Map<String, float[]> gradients = learner.read(Part.GRADIENT);

            for (String name :
                    List.of(WATCHED, "vae.encoder.conv_in.weight", "vae.encoder.mid_block.attentions.0.to_k.weight")) {
                Values value = weights.get(name);
                int at = largest(gradients.get(name));
                double slope = (loss(weights, name, at, 2e-3f, batch) - loss(weights, name, at, -2e-3f, batch)) / 4e-3;
                assertThat(slope).as(name).isCloseTo(gradients.get(name)[at], within(0.02 * Math.abs(slope) + 2e-4));
                assertThat(value.numbers().length).isEqualTo(gradients.get(name).length);
            }
        }
    }

    @Test
    void adamMovesAsItsPaperSays() {
        Random random = new Random(5);
        Map<String, Values> weights = weights(random);
        float before = weights.get(WATCHED).numbers()[7];
        try (Learner learner = learner(weights)) {
            learner.traits(WATCHED, new Traits(0.5, 2, false));
            learner.learn(batch(random, false), 1);
            double gradient = learner.read(Part.GRADIENT).get(WATCHED)[7];
            learner.update(1, new Step(0.01, 0.1, 0, 0.75));

            double rate = 0.005;
            double expected = before * (1 - rate * 0.2) - rate * gradient / (Math.abs(gradient) + 1e-8);
            assertThat((double) learner.read(Part.WEIGHT).get(WATCHED)[7]).isCloseTo(expected, within(1e-6));
            assertThat((double) learner.read(Part.AVERAGE).get(WATCHED)[7])
                    .isCloseTo(0.75 * before + 0.25 * expected, within(1e-6));
            assertThat((double) learner.read(Part.FIRST).get(WATCHED)[7]).isCloseTo(0.1 * gradient, within(1e-7));
            assertThat(learner.read(Part.GRADIENT).get(WATCHED)).containsOnly(0);
        }
    }

    @Test
    void gradientsOfSeveralBatchesAddUpAndAreClipped() {
        Random random = new Random(6);
        Map<String, Values> weights = weights(random);
        Map<String, Values> batch = batch(random, false);
        try (Learner learner = learner(weights)) {
            learner.learn(batch, 1);
            double whole = learner.update(1, new Step(0, 0, 0, 1));
            learner.learn(batch, 0.5);
            learner.learn(batch, 0.5);
            double halves = learner.update(2, new Step(0, 0, 1e-3, 1));

            assertThat(halves).isCloseTo(whole, within(1e-4 * whole));
            assertThat(norm(learner.read(Part.FIRST))).isCloseTo(0.9 * 0.1 * whole + 0.1e-3, within(0.01 * whole));
        }
    }

    @Test
    void muonTakesStepsOfEqualSizeInAllDirections() {
        Random random = new Random(7);
        Map<String, Values> weights = weights(random);
        try (Learner learner = learner(weights)) {
            learner.traits(WATCHED, new Traits(1, 1, true));
            learner.learn(batch(random, false), 1);
            learner.update(1, new Step(0.01, 0, 0, 0));
            float[] after = learner.read(Part.WEIGHT).get(WATCHED);

            double squares = 0;
            float[] before = weights.get(WATCHED).numbers();
            for (int i = 0; i < after.length; i++) {
                squares += Math.pow(after[i] - before[i], 2);
            }
            // an 8 x 72 matrix with 8 singular values of about 1, times 0.2 * sqrt(72)
            assertThat(Math.sqrt(squares)).isCloseTo(0.01 * 0.2 * Math.sqrt(72) * Math.sqrt(8), within(0.02));
        }
    }

    @Test
    void gradientsThatAreNotFiniteChangeNothing() {
        Random random = new Random(8);
        Map<String, Values> weights = weights(random);
        Map<String, Values> batch = batch(random, false);
        batch.get("picture").numbers()[5] = Float.NaN;
        try (Learner learner = learner(weights)) {
            learner.learn(batch, 1);

            assertThat(learner.update(1, new Step(0.01, 0.1, 1, 0.5))).isNaN();
            assertThat(learner.read(Part.WEIGHT).get(WATCHED))
                    .isEqualTo(weights.get(WATCHED).numbers());
        }
    }

    private static double loss(Map<String, Values> weights, String name, int at, float by, Map<String, Values> batch) {
        Map<String, Values> moved = new LinkedHashMap<>(weights);
        float[] numbers = weights.get(name).numbers().clone();
        numbers[at] += by;
        moved.put(name, new Values(numbers, weights.get(name).shape()));
        try (Learner learner = learner(moved)) {
            return learner.learn(batch, 1).get("loss");
        }
    }

    private static Learner learner(Map<String, Values> weights) {
        Learner learner = Learner.open(
                engine,
                Objective.autoencoder(VAE, 0.01),
                new Placement(Device.CPU, Precision.FP32),
                new Learner.Constants(0.9, 0.99, 1e-8, 0.95));
        learner.begin(weights);
        return learner;
    }

    private static Map<String, Values> weights(Random random) {
        Map<String, Values> weights = new LinkedHashMap<>();
        VAE.shapes().forEach((name, shape) -> {
            int count = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
            double deviation = shape.length == 1 ? 0.1 : Math.sqrt((double) shape[0] / count);
            weights.put("vae." + name, normal(random, deviation, shape));
        });
        return weights;
    }

    private static Map<String, Values> batch(Random random, boolean moved) {
        Map<String, Values> batch = new LinkedHashMap<>();
        batch.put("picture", normal(random, 0.5, 2, 3, 8, 8));
        batch.put("noise", normal(random, 1, 2, 3, 4, 4));
        if (moved) {
            batch.put("move", new Values(new float[] {1, 3, 3}, 3));
        }
        return batch;
    }

    private static Values normal(Random random, double deviation, long... shape) {
        float[] numbers = new float[(int) Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (random.nextGaussian() * deviation);
        }
        return new Values(numbers, shape);
    }

    private static int largest(float[] numbers) {
        int at = 0;
        for (int i = 0; i < numbers.length; i++) {
            at = Math.abs(numbers[i]) > Math.abs(numbers[at]) ? i : at;
        }
        return at;
    }

    private static double norm(Map<String, float[]> parts) {
        double squares = 0;
        for (float[] part : parts.values()) {
            for (float number : part) {
                squares += (double) number * number;
            }
        }
        return Math.sqrt(squares);
    }
}
