package dev.darkroom.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TorchEngineTest {

    private static TorchEngine engine;

    @BeforeAll
    static void start() {
        engine = TorchEngine.start(EngineSettings.defaults());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void autoNamesAtLeastOneDevice() {
        assertThat(engine.devices("auto")).isNotEmpty();
        assertThat(engine.devices("cpu")).containsExactly(Device.CPU);
    }

    @Test
    void aDeviceThatIsNotThereIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> engine.devices("cuda:99"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use cpu or auto");
        assertThatThrownBy(() -> engine.devices("tpu"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("device 'tpu' is unknown");
    }

    @Test
    void autoPrecisionIsOneThatTheProcessorComputes() {
        assertThat(engine.resolve(Precision.AUTO, Device.CPU)).isIn(Precision.FP32, Precision.BF16);
        assertThatThrownBy(() -> engine.resolve(Precision.FP16, Device.CPU)).hasMessageContaining("fp16 needs a GPU");
    }

    @Test
    void aRowGetsHalfOfTheThreads() {
        assertThat(new EngineSettings(8, 0, true).rowThreadsOrHalf()).isEqualTo(4);
        assertThat(new EngineSettings(1, 0, true).rowThreadsOrHalf()).isEqualTo(1);
        assertThat(new EngineSettings(4, 9, true).rowThreadsOrHalf()).isEqualTo(4);
    }

    @Test
    void aThreadKeepsItsNumberOfThreadsWhateverOthersAreTold() throws Exception {
        ExecutorService row = Executors.newSingleThreadExecutor();
        try {
            row.submit(() -> NativeThreads.use(3)).get();
            NativeThreads.use(5);
            assertThat(row.submit(JniUtils::getNumThreads).get()).isEqualTo(3);
            assertThat(JniUtils.getNumThreads()).isEqualTo(5);
        } finally {
            row.shutdown();
            NativeThreads.use(engine.threads());
        }
    }

    @Test
    void aLibraryThatDoesNotLoadIsExplainedInOneLine() {
        String message = EngineFailure.explain(new UnsatisfiedLinkError("libtorch.so: wrong ELF class\nand more"));
        assertThat(message)
                .contains("wrong ELF class")
                .contains("PYTORCH_LIBRARY_PATH")
                .doesNotContain("\n");
    }
}
