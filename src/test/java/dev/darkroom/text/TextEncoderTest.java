package dev.darkroom.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.darkroom.model.Component;
import dev.darkroom.model.EmbeddedModel;
import dev.darkroom.model.ModelDirectory;
import dev.darkroom.torch.Device;
import dev.darkroom.torch.EngineSettings;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.Precision;
import dev.darkroom.torch.TorchEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextEncoderTest {

    private static final Placement CPU = new Placement(Device.CPU, Precision.FP32);

    private TorchEngine engine;
    private ModelDirectory model;
    private TextEncoder encoder;

    @BeforeAll
    void open(@TempDir Path cache) {
        engine = TorchEngine.start(EngineSettings.defaults());
        model = ModelDirectory.open(EmbeddedModel.unpack(cache));
        encoder = TextEncoder.open(engine, Component.open(model.textEncoder()), CPU, model.tokenizer());
    }

    @AfterAll
    void close() {
        encoder.close();
        engine.close();
    }

    @Test
    void promptBecomesOneHiddenStateAToken() {
        Encoding encoding = encoder.encode("a cat", 0);
        assertThat(encoding.conditioning().tokens()).isEqualTo(32);
        assertThat(encoding.conditioning().hidden()).hasSize(32 * 128);
        assertThat(encoding.warning()).isEmpty();
    }

    @Test
    void samePromptIsEncodedOnce() {
        assertThat(encoder.encode("blurry", 0)).isSameAs(encoder.encode("blurry", 0));
    }

    @Test
    void otherPromptsAndOtherSkipsAreOtherEncodings() {
        float[] plain = encoder.encode("a dog", 0).conditioning().hidden();
        assertThat(encoder.encode("a dog", 1).conditioning().hidden()).isNotEqualTo(plain);
        assertThat(encoder.encode("a house", 0).conditioning().hidden()).isNotEqualTo(plain);
    }

    @Test
    void longPromptIsCutWithAWarningThatNamesTheWords() {
        Encoding encoding = encoder.encode("a cat and ".repeat(20) + "a lighthouse", 0);
        assertThat(encoding.conditioning().tokens()).isEqualTo(32);
        assertThat(encoding.warning())
                .hasValueSatisfying(warning -> assertThat(warning)
                        .startsWith("A prompt is longer than the 32 tokens")
                        .contains("left out: ")
                        .endsWith("and a lighthouse"));
    }

    @Test
    void warningOfAVeryLongPromptIsShort() {
        assertThat(encoder.encode("\uD83D\uDE00".repeat(5000), 0).warning())
                .hasValueSatisfying(
                        warning -> assertThat(warning).hasSizeLessThan(800).endsWith("\uD83D\uDE00…"));
    }

    @Test
    void skippingMoreLayersThanThereAreIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> encoder.encode("a cat", 4));
        assertThatIllegalArgumentException().isThrownBy(() -> encoder.encode("a cat", -1));
    }

    @Test
    void weightsAreCountedInTheComputePrecision() {
        assertThat(encoder.weightBytes())
                .isGreaterThan(Component.weightBytes(model.textEncoder()))
                .isLessThan(3 * Component.weightBytes(model.textEncoder()));
    }

    @Test
    void folderWithoutTokenizerIsRefused(@TempDir Path empty) {
        Component checkpoint = Component.open(model.textEncoder());
        assertThatExceptionOfType(UnusableTokenizerException.class)
                .isThrownBy(() -> TextEncoder.open(engine, checkpoint, CPU, empty));
    }
}
