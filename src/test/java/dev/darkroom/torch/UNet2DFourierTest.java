package dev.darkroom.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A {@code UNet2DModel} that is told sigma gives what diffusers 0.35's gives with the same weights. */
class UNet2DFourierTest {

    private static final Map<String, Object> CONFIG = Map.ofEntries(
            Map.entry("sample_size", 8),
            Map.entry("block_out_channels", List.of(8, 16)),
            Map.entry("layers_per_block", 1),
            Map.entry("down_block_types", List.of("DownBlock2D", "AttnDownBlock2D")),
            Map.entry("up_block_types", List.of("AttnUpBlock2D", "UpBlock2D")),
            Map.entry("attention_head_dim", 8),
            Map.entry("norm_num_groups", 4),
            Map.entry("time_embedding_type", "fourier"));

    private static final Map<Double, double[]> EXPECTED = Map.of(
            0.02, new double[] {-9.230863, -11.461675, -3.37808, -9.123794, -1.204435, -4.51344},
            3.7, new double[] {-0.069895, -0.121863, -0.10418, -0.0856, -0.086792, -0.054291},
            40.0, new double[] {-0.006666, -0.007213, -0.008646, -0.00448, -0.006531, 0.000195});

    @Test
    void answersAsDiffusersDoes() {
        try (TorchEngine engine = TorchEngine.start(new EngineSettings(1, 0, true));
                UNet2D unet = UNet2D.open(engine, checkpoint(), new Placement(Device.CPU, Precision.FP32));
                UNetContext context = unet.context(0)) {
            EXPECTED.forEach((sigma, expected) -> {
                float[] x = new float[192];
                for (int i = 0; i < x.length; i++) {
                    x[i] = (float) Math.cos(0.11 * i) * sigma.floatValue();
                }
                float[] y = unet.evaluate(List.of(new UNetRow(x, sigma, context)), 8, 8, Batching.INVARIANT)
                        .get(0);
                for (int i = 0; i < expected.length; i++) {
                    assertThat((double) y[37 * i])
                            .as("sigma %s, value %s", sigma, 37 * i)
                            .isCloseTo(expected[i], within(2e-4 * Math.max(0.05, Math.abs(expected[i]))));
                }
            });
        }
    }

    /** Weight i of the k-th name in alphabetical order is 0.25 sin(1.3 k + 0.37 i). */
    private static SmallCheckpoint checkpoint() {
        SmallCheckpoint empty = new SmallCheckpoint(CONFIG, Map.of());
        Map<String, long[]> shapes =
                new TreeMap<>(UNet2DConfiguration.of(empty).parameters().byName());
        Map<String, Checkpoint.Weight> weights = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> weights.put(name, weight(weights.size(), shape)));
        return new SmallCheckpoint(CONFIG, weights);
    }

    private static Checkpoint.Weight weight(int k, long[] shape) {
        int count = 1;
        for (long size : shape) {
            count *= Math.toIntExact(size);
        }
        ByteBuffer data = ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.nativeOrder());
        for (int i = 0; i < count; i++) {
            data.putFloat(i * Float.BYTES, (float) (0.25 * Math.sin(1.3 * k + 0.37 * i)));
        }
        return new Checkpoint.Weight("waves", Checkpoint.Element.F32, shape, data);
    }
}
