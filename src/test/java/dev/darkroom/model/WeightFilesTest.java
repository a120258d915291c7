package dev.darkroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightFilesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diffusion_pytorch_model.safetensors",
                "model.safetensors",
                "diffusion_pytorch_model.fp16.safetensors",
                "model.fp16.safetensors",
                "model.bf16.safetensors",
            })
    void oneFileIsFoundByEachOfItsNames(String name) {
        Path file = new SafetensorsBytes().add("a", 1).write(folder.resolve(name));

        assertThat(WeightFiles.find(folder)).containsExactly(file);
        assertThat(Component.weightBytes(folder)).isEqualTo(file.toFile().length());
    }

    @Test
    void fullPrecisionGoesBeforeAVariant() {
        new SafetensorsBytes().add("a", 1).write(folder.resolve("model.fp16.safetensors"));
        Path full = new SafetensorsBytes().add("a", 1).write(folder.resolve("model.safetensors"));

        assertThat(WeightFiles.find(folder)).containsExactly(full);
    }

    /** Names as diffusers and transformers write them: the variant stands before the last ending of the index. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "diffusion_pytorch_model.safetensors.index.json",
                "model.safetensors.index.json",
                "diffusion_pytorch_model.safetensors.index.fp16.json",
                "model.safetensors.index.fp16.json",
            })
    void shardsAreFoundByTheirIndex(String index) throws IOException {
        Path one = new SafetensorsBytes().add("a", 1).write(folder.resolve("m.fp16-00001-of-00002.safetensors"));
        Path two = new SafetensorsBytes().add("b", 2).write(folder.resolve("m.fp16-00002-of-00002.safetensors"));
        Files.writeString(folder.resolve(index), """
                {"metadata":{"total_size":8},
                 "weight_map":{"b":"%s","a":"%s"}}""".formatted(two.getFileName(), one.getFileName()));
        Files.writeString(folder.resolve("config.json"), "{}");

        assertThat(WeightFiles.find(folder)).containsExactly(one, two);
        assertThat(Component.open(folder).names()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void everyMissingShardIsNamed() throws IOException {
        Path index = folder.resolve("model.safetensors.index.json");
        Files.writeString(index, "{\"weight_map\":{\"b\":\"2.safetensors\",\"a\":\"1.safetensors\"}}");

        assertThatThrownBy(() -> WeightFiles.find(folder))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(index + " names shards that are missing: 1.safetensors, 2.safetensors");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"weight_map\":[]}", "{\"weight_map\":{}}", "[]", "{\"weight_map\":{\"a\":7}}", "{"})
    void anIndexThatIsNoneIsNamed(String content) throws IOException {
        Path index = folder.resolve("model.safetensors.index.json");
        Files.writeString(index, content);

        assertThatThrownBy(() -> WeightFiles.find(folder))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(index.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pytorch_model.bin", "diffusion_pytorch_model.ckpt", "model.pt", "model.pth", "model.pkl"})
    void picklesAreRefusedWithTheWayOut(String name) throws IOException {
        Files.writeString(folder.resolve(name), "would run code");

        assertThatThrownBy(() -> WeightFiles.find(folder))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("refused")
                .hasMessageContaining("safe_serialization=True");
    }

    @Test
    void aFolderWithoutWeightsSaysWhatIsExpected() {
        assertThatThrownBy(() -> WeightFiles.find(folder)).hasMessageContaining("model.safetensors is expected");
        assertThatThrownBy(() -> WeightFiles.find(folder.resolve("none"))).hasMessageContaining("is missing");
    }
}
