package dev.darkroom.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.golden.Deviation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UNet2DConditionTest {

    private static final int HEIGHT = 5;
    private static final int WIDTH = 7;
    private static final int TOKENS = 9;

    private static TorchEngine engine;

    @BeforeAll
    static void start() {
        engine = TorchEngine.start(EngineSettings.defaults());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"FP32", "BF16"})
    void aRowGivesTheSameBytesWhateverStandsBesideIt(Precision precision) {
        try (UNet2DCondition unet = open(precision)) {
            List<UNetRow> rows = rows(unet, 5);
            List<float[]> together = unet.evaluate(rows, HEIGHT, WIDTH, Batching.INVARIANT);
            for (int i = 0; i < rows.size(); i++) {
                List<float[]> alone = unet.evaluate(rows.subList(i, i + 1), HEIGHT, WIDTH, Batching.INVARIANT);
                assertThat(together.get(i)).containsExactly(alone.get(0));
            }
            rows.forEach(row -> row.context().close());
        }
    }

    @Test
    void anImagesTwoRowsGiveTheSameBytesWhateverStandsBesideThem() {
        try (UNet2DCondition unet = open(Precision.FP32)) {
            List<UNetRow> others = rows(unet, 3);
            UNetRow first = others.get(0);
            List<UNetRow> own =
                    List.of(first, new UNetRow(first.sample(), 0, others.get(1).context()));
            List<UNetRow> all = List.of(others.get(1), own.get(0), own.get(1), others.get(2));
            List<float[]> alone = unet.evaluate(own, HEIGHT, WIDTH, Batching.INVARIANT);
            List<float[]> together = unet.evaluate(all, HEIGHT, WIDTH, Batching.INVARIANT);
            assertThat(together.get(1)).containsExactly(alone.get(0));
            assertThat(together.get(2)).containsExactly(alone.get(1));
            others.forEach(row -> row.context().close());
        }
    }

    @Test
    void oneBatchOfAllRowsAgreesWithinRounding() {
        try (UNet2DCondition unet = open(Precision.FP32)) {
            List<UNetRow> rows = rows(unet, 3);
            List<float[]> apart = unet.evaluate(rows, HEIGHT, WIDTH, Batching.INVARIANT);
            List<float[]> together = unet.evaluate(rows, HEIGHT, WIDTH, Batching.THROUGHPUT);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(together.get(i)).containsExactly(apart.get(i), within(1e-4f));
            }
            rows.forEach(row -> row.context().close());
        }
    }

    @Test
    void halfPrecisionAgreesRoughly() {
        try (UNet2DCondition exact = open(Precision.FP32);
                UNet2DCondition rough = open(Precision.BF16)) {
            List<UNetRow> rows = rows(exact, 1);
            UNetRow row = rows.get(0);
            UNetRow other = new UNetRow(row.sample(), row.timestep(), rough.context(text(0)));
            float[] expected =
                    exact.evaluate(rows, HEIGHT, WIDTH, Batching.INVARIANT).get(0);
            float[] actual = rough.evaluate(List.of(other), HEIGHT, WIDTH, Batching.INVARIANT)
                    .get(0);
            assertThat(Deviation.euclidean(actual, expected))
                    .isLessThan(0.05 * Deviation.euclidean(expected, new float[expected.length]));
            row.context().close();
            other.context().close();
        }
    }

    @Test
    void rowsOfDifferentTokenCountsAreRefused() {
        try (UNet2DCondition unet = open(Precision.FP32);
                UNetContext shorter = unet.context(TextConditioning.of(2, new float[2 * unet.contextWidth()]));
                UNetContext longer = unet.context(text(0))) {
            float[] sample = new float[4 * HEIGHT * WIDTH];
            assertThatThrownBy(() -> unet.evaluate(
                            List.of(new UNetRow(sample, 1, shorter), new UNetRow(sample, 1, longer)),
                            HEIGHT,
                            WIDTH,
                            Batching.THROUGHPUT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("different token counts: 2 and 9");
        }
    }

    @Test
    void aPictureTooLargeForTheMemoryIsATypedErrorAndTheNetworkGoesOn() {
        try (UNet2DCondition unet = open(Precision.FP32)) {
            List<UNetRow> rows = rows(unet, 1);
            try (Tensors tensors = new Tensors(Device.CPU);
                    ScriptModule hungry = new ScriptModule(
                            "hungry", ScriptArchive.of(List.of("hungry.py"), java.util.Map.of()), Device.CPU)) {
                assertThatThrownBy(() -> hungry.run("forward").close())
                        .isInstanceOf(DeviceOutOfMemoryException.class)
                        .hasMessageContaining("not enough memory");
            }
            assertThat(unet.evaluate(rows, HEIGHT, WIDTH, Batching.INVARIANT)).hasSize(1);
            rows.forEach(row -> row.context().close());
        }
    }

    @Test
    void theCostOfARowGrowsWithThePicture() {
        try (UNet2DCondition unet = open(Precision.FP32)) {
            assertThat(unet.rowBytes(64, 64, 77))
                    .isBetween(3 * unet.rowBytes(32, 32, 77), 5 * unet.rowBytes(32, 32, 77));
        }
    }

    private static UNet2DCondition open(Precision precision) {
        return UNet2DCondition.open(engine, SmallCheckpoint.unet(), new Placement(Device.CPU, precision));
    }

    private static List<UNetRow> rows(UNet2DCondition unet, int count) {
        List<UNetRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] sample = new CpuGenerator(100 + i).normals(unet.inChannels() * HEIGHT * WIDTH);
            rows.add(new UNetRow(sample, 37.5 * i, unet.context(text(i))));
        }
        return rows;
    }

    private static TextConditioning text(int seed) {
        return TextConditioning.of(TOKENS, new CpuGenerator(seed).normals(TOKENS * 20));
    }
}
