package dev.darkroom.torch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WeightLoaderTest {

    private static final String TENSOR = "mid_block.resnets.0.conv1.weight";

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
    void aMissingTensorIsNamedWithItsFile() {
        assertThatThrownBy(() -> open(SmallCheckpoint.unet().without(TENSOR)))
                .isInstanceOf(UnsupportedNetworkException.class)
                .hasMessageContaining("small/unet: tensor " + TENSOR + " is missing");
    }

    @Test
    void aTensorOfAnotherShapeIsNamedWithItsFile() {
        Checkpoint.Weight wrong = new Checkpoint.Weight(
                "a.safetensors", Checkpoint.Element.F32, new long[] {40, 39, 3, 3}, ByteBuffer.allocateDirect(4));
        assertThatThrownBy(() -> open(SmallCheckpoint.unet().with(TENSOR, wrong)))
                .isInstanceOf(UnsupportedNetworkException.class)
                .hasMessageContaining("a.safetensors: tensor " + TENSOR + " has shape [40, 39, 3, 3]")
                .hasMessageContaining("[40, 40, 3, 3]");
    }

    @Test
    void aTensorOfWholeNumbersIsRefused() {
        Checkpoint.Weight whole = new Checkpoint.Weight(
                "a.safetensors", Checkpoint.Element.OTHER, new long[] {40, 40, 3, 3}, ByteBuffer.allocateDirect(4));
        assertThatThrownBy(() -> open(SmallCheckpoint.unet().with(TENSOR, whole)))
                .isInstanceOf(UnsupportedNetworkException.class)
                .hasMessageContaining("not stored as F32, F16 or BF16");
    }

    @Test
    void anotherArchitectureIsRefusedByItsConfiguration() {
        assertThatThrownBy(() -> open(SmallCheckpoint.unet().configured("class_embed_type", "timestep")))
                .isInstanceOf(UnsupportedNetworkException.class)
                .hasMessageContaining("config.json: class_embed_type is timestep");
    }

    private static void open(Checkpoint checkpoint) {
        UNet2DCondition.open(engine, checkpoint, new Placement(Device.CPU, Precision.FP32))
                .close();
    }
}
