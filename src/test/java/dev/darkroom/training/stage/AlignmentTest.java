package dev.darkroom.training.stage;

import static dev.darkroom.training.stage.SmallNetworks.TEXT;
import static dev.darkroom.training.stage.SmallNetworks.UNET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.torch.Device;
import dev.darkroom.torch.EngineSettings;
import dev.darkroom.torch.Learner;
import dev.darkroom.torch.Learner.Part;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.torch.Objective;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.Precision;
import dev.darkroom.torch.TorchEngine;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AlignmentTest {

    /** Of a middle of eight channels to places of three numbers. */
    private static final Map<String, long[]> PROJECTION = Map.of(
            "align.1.weight", new long[] {5, 8},
            "align.1.bias", new long[] {5},
            "align.2.weight", new long[] {3, 5},
            "align.2.bias", new long[] {3});

    private static TorchEngine engine;

    @BeforeAll
    static void start() {
        engine = TorchEngine.start(new EngineSettings(1, 0, true));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    /** Without an error to learn from, all that is behind the middle stays as it is. */
    @Test
    void itsGradientReachesTheMiddleAndWhatItIsSeenThrough() {
        Map<String, Values> batch = batch();
        batch.put("weight", new Values(new float[2], 2));
        try (Learner learner = learner(0.5)) {
            learner.learn(batch, 1);
            Map<String, float[]> gradients = learner.read(Part.GRADIENT);

            assertThat(size(gradients, "unet.mid_block.resnets.1.conv2.weight")).isPositive();
            assertThat(size(gradients, "unet.conv_in.weight")).isPositive();
            PROJECTION
                    .keySet()
                    .forEach(name -> assertThat(size(gradients, name)).as(name).isPositive());
            assertThat(size(gradients, "unet.up_blocks.0.resnets.0.conv1.weight"))
                    .isZero();
            assertThat(size(gradients, "unet.conv_out.weight")).isZero();
        }
    }

    private static double size(Map<String, float[]> gradients, String name) {
        double sum = 0;
        for (float number : gradients.get(name)) {
            sum += Math.abs(number);
        }
        return sum;
    }

    @Test
    void lossIsTheOldOnePlusTheWeightTimesOneMinusTheCosine() {
        Map<String, Values> without = batch();
        without.remove("features");
        try (Learner plain = learner(0);
                Learner aligned = learner(0.5)) {
            double loss = plain.learn(without, 1).get("loss");
            Map<String, Double> terms = aligned.learn(batch(), 1);

            assertThat(plain.learn(batch(), 1).get("loss")).isEqualTo(loss);
            assertThat(aligned.learn(without, 1)).doesNotContainKey("likeness").containsEntry("loss", loss);
            assertThat(terms.get("likeness")).isBetween(-1.0, 1.0);
            assertThat(terms.get("loss")).isCloseTo(loss + 0.5 * (1 - terms.get("likeness")), within(1e-6));
        }
    }

    private static Learner learner(double align) {
        Learner learner = Learner.open(
                engine,
                Objective.denoising(TEXT, UNET, 1, align),
                new Placement(Device.CPU, Precision.FP32),
                new Learner.Constants(0.9, 0.99, 1e-8, 0.95));
        learner.begin(weights());
        return learner;
    }

    /** Of the small networks, and of what the middle is seen through. */
    static Map<String, Values> weights() {
        Map<String, Values> weights = TrainedNetwork.prefixed("text.", new FirstWeights(1).of(TEXT));
        weights.putAll(TrainedNetwork.prefixed("unet.", new FirstWeights(2).of(UNET)));
        weights.putAll(new FirstWeights(3).of(PROJECTION));
        return weights;
    }

    private static Map<String, Values> batch() {
        Map<String, Values> batch = SmallNetworks.captioned();
        batch.put("features", new Values(BatchRandom.normal(new SplittableRandom(8), 24), 2, 2, 2, 3));
        return batch;
    }

    /** What is drawn into the upper right corner changes the features there most. */
    @Test
    void featuresLieWhereThePictureHasThem() throws IOException {
        try (Alignment alignment = Alignment.open("", engine)) {
            long[] shape = alignment.shape(1);
            float[] empty = alignment.features(picture(0));
            float[] marked = alignment.features(picture(40));

            assertThat(shape).containsExactly(1, 6, 6, 160);
            assertThat(empty).hasSize(alignment.numbers());
            int most = place(empty, marked, (int) shape[3]);
            assertThat(most / shape[2]).as("row").isLessThan(2);
            assertThat(most % shape[2]).as("column").isGreaterThan(3);
        }
    }

    /** White, with a red square of so many pixels in the upper right corner. */
    private static Picture picture(int side) {
        Size size = new Size(128, 128);
        byte[] samples = new byte[3 * 128 * 128];
        for (int i = 0; i < 128 * 128; i++) {
            boolean marked = i / 128 < side && i % 128 >= 128 - side;
            samples[3 * i] = (byte) 255;
            samples[3 * i + 1] = (byte) (marked ? 0 : 255);
            samples[3 * i + 2] = (byte) (marked ? 0 : 255);
        }
        return Picture.rgb(size, samples);
    }

    private static int place(float[] first, float[] second, int width) {
        double[] changes = new double[first.length / width];
        for (int i = 0; i < first.length; i++) {
            changes[i / width] += Math.abs(first[i] - second[i]);
        }
        int most = 0;
        for (int i = 1; i < changes.length; i++) {
            most = changes[i] > changes[most] ? i : most;
        }
        return most;
    }
}
