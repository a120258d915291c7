package dev.darkroom.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Evaluations, prompts and whole networks come and go; the native heap does not grow. */
@EnabledOnOs(OS.LINUX)
class NativeMemoryTest {

    private static final int WARM_UP = 100;
    private static final int CALLS = 400;
    private static final int CALLS_A_LOAD = 50;
    private static final long SLACK = 4;

    @Test
    void manyEvaluationsLeaveTheProcessAsLargeAsItWas() {
        try (TorchEngine engine = TorchEngine.start(EngineSettings.defaults())) {
            run(engine, WARM_UP);
            long before = NativeHeap.inUse() >> 20;
            run(engine, CALLS);
            long after = NativeHeap.inUse() >> 20;
            System.out.printf("%d evaluations: %d MB in use before, %d MB after%n", CALLS, before, after);
            assertThat(after - before).isLessThan(SLACK);
        }
    }

    /** Sizes change from call to call, a prompt lives for one call, a network for fifty. */
    private static void run(TorchEngine engine, int calls) {
        SmallCheckpoint checkpoint = SmallCheckpoint.unet();
        Placement placement = new Placement(Device.CPU, Precision.FP32);
        for (int load = 0; load < calls / CALLS_A_LOAD; load++) {
            try (UNet2DCondition unet = UNet2DCondition.open(engine, checkpoint, placement)) {
                for (int i = 0; i < CALLS_A_LOAD; i++) {
                    int height = 8 + i % 9;
                    float[] sample = new float[4 * height * 16];
                    try (UNetContext text = unet.context(TextConditioning.of(9, new float[9 * 20]))) {
                        UNetRow row = new UNetRow(sample, i, text);
                        unet.evaluate(List.of(row, row), height, 16, Batching.values()[i % 2]);
                    }
                }
            }
        }
    }
}
