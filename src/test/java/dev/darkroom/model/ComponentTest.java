package dev.darkroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.torch.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentTest {

    @TempDir
    private Path folder;

    @Test
    void weightsAreHandedOverWithFileShapeAndFormat() throws IOException {
        Path file = weights();
        Files.writeString(folder.resolve("config.json"), "{\"eps\":Infinity}");

        Component component = Component.open(folder);
        Checkpoint.Weight weight = component.weight("a");

        assertThat(component.config()).containsEntry("eps", Double.POSITIVE_INFINITY);
        assertThat(component.source()).isEqualTo(folder.toString());
        assertThat(component.weight("none")).isNull();
        assertThat(weight.file()).isEqualTo(file.toString());
        assertThat(weight.element()).isEqualTo(Checkpoint.Element.F32);
        assertThat(weight.shape()).containsExactly(2);
        assertThat(weight.data().getFloat(4)).isEqualTo(2);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aWeightIsMappedOnlyWhenItIsAskedFor() throws IOException {
        Path file = weights();
        Files.writeString(folder.resolve("config.json"), "{}");
        Component component = Component.open(folder);
        assertThat(mappings()).doesNotContain(file.toString());

        Checkpoint.Weight held = component.weight("a");

        assertThat(mappings()).contains(file.toString());
        assertThat(held.data().getFloat()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"text\"", "null", "", "{", "{\"a\":1,}", "{} {}"})
    void aConfigThatIsNoObjectIsNamed(String content) throws IOException {
        weights();
        Files.writeString(folder.resolve("config.json"), content);

        assertThatThrownBy(() -> Component.open(folder))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(folder.resolve("config.json").toString());
    }

    @Test
    void aConfigNestedAMillionDeepIsNamed() throws IOException {
        weights();
        Files.writeString(folder.resolve("config.json"), "{\"a\":" + "[".repeat(1_000_000));

        assertThatThrownBy(() -> Component.open(folder))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(folder.resolve("config.json").toString());
    }

    @Test
    void aTensorInTwoShardsIsNamed() throws IOException {
        new SafetensorsBytes().add("a", 1).write(folder.resolve("1.safetensors"));
        new SafetensorsBytes().add("a", 1).write(folder.resolve("2.safetensors"));
        Files.writeString(folder.resolve("config.json"), "{}");
        Files.writeString(
                folder.resolve("model.safetensors.index.json"),
                "{\"weight_map\":{\"a\":\"1.safetensors\",\"b\":\"2.safetensors\"}}");

        assertThatThrownBy(() -> Component.open(folder))
                .hasMessageContaining(folder.resolve("2.safetensors") + ": tensor a is also in 1.safetensors");
    }

    private Path weights() {
        return new SafetensorsBytes().add("a", 1, 2).write(folder.resolve("model.safetensors"));
    }

    private static String mappings() throws IOException {
        return Files.readString(Path.of("/proc/self/maps"));
    }
}
