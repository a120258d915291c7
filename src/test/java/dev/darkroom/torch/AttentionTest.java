package dev.darkroom.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.golden.Deviation;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whichever kernel computes an attention, it attends to what it should. */
class AttentionTest {

    private static final int SIDE = 64;
    private static final int WORDS = 77;
    private static final int PADDED = 300;
    private static final int WIDTH = 20;

    private static TorchEngine engine;

    @BeforeAll
    static void start() {
        engine = TorchEngine.start(EngineSettings.defaults());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    /** 4,096 positions that look at 300 tokens are a long attention, at 77 a short one. */
    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"FP32", "BF16"})
    void maskedTokensAreAsGoodAsNone(Precision precision) {
        float[] words = new CpuGenerator(3).normals(PADDED * WIDTH);
        float[] mask = new float[PADDED];
        Arrays.fill(mask, 0, WORDS, 1);
        TextConditioning masked = TextConditioning.of(PADDED, words).withMask(mask);
        TextConditioning plain = TextConditioning.of(WORDS, Arrays.copyOf(words, WORDS * WIDTH));
        float[] expected = evaluate(precision, plain);
        float[] actual = evaluate(precision, masked);
        double tolerance = precision == Precision.FP32 ? 1e-5 : 0.02;
        assertThat(Deviation.euclidean(actual, expected))
                .isLessThan(tolerance * Deviation.euclidean(expected, new float[expected.length]));
        assertThat(evaluate(precision, TextConditioning.of(PADDED, words)))
                .satisfies(all -> assertThat(Deviation.euclidean(all, expected))
                        .isGreaterThan(Deviation.euclidean(actual, expected)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"FP32", "BF16"})
    void noWordSeesTheNextOnes(Precision precision) {
        int[] ids = ids(WORDS);
        int[] changed = ids.clone();
        changed[40] = (changed[40] + 1) % 48;
        float[] one = hidden(precision, ids);
        float[] other = hidden(precision, changed);
        int before = 40 * 24;
        assertThat(Arrays.copyOf(other, before)).isEqualTo(Arrays.copyOf(one, before));
        assertThat(Arrays.copyOfRange(other, before, one.length))
                .isNotEqualTo(Arrays.copyOfRange(one, before, one.length));
    }

    @Test
    void aTextInHalfPrecisionAgreesRoughly() {
        float[] exact = hidden(Precision.FP32, ids(WORDS));
        assertThat(Deviation.euclidean(hidden(Precision.BF16, ids(WORDS)), exact))
                .isLessThan(0.03 * Deviation.euclidean(exact, new float[exact.length]));
    }

    private static float[] evaluate(Precision precision, TextConditioning text) {
        try (UNet2DCondition unet =
                        UNet2DCondition.open(engine, SmallCheckpoint.unet(), new Placement(Device.CPU, precision));
                UNetContext context = unet.context(text)) {
            UNetRow row = new UNetRow(new CpuGenerator(1).normals(unet.inChannels() * SIDE * SIDE), 500, context);
            return unet.evaluate(List.of(row), SIDE, SIDE, Batching.INVARIANT).get(0);
        }
    }

    private static float[] hidden(Precision precision, int[] ids) {
        try (ClipTextModel text =
                ClipTextModel.open(engine, SmallCheckpoint.text(), new Placement(Device.CPU, precision))) {
            return text.encode(ids, 0, true).hidden();
        }
    }

    private static int[] ids(int count) {
        int[] ids = new Random(5).ints(count, 0, 48).toArray();
        ids[count - 1] = 49;
        return ids;
    }
}
