package dev.darkroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.generation.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the configuration files of models without a text and without an autoencoder say of them. */
class PixelModelsTest {

    private static final String COLOURED = """
            {"_class_name": "UNet2DModel", "sample_size": 32, "in_channels": 3, "out_channels": 3,
             "block_out_channels": [16, 32, 32], "add_attention": false,
             "down_block_types": ["DownBlock2D", "DownBlock2D", "DownBlock2D"],
             "up_block_types": ["UpBlock2D", "UpBlock2D", "UpBlock2D"]}""";
    private static final String BITS = """
            {"_class_name": "UNet2DModel", "sample_size": 16, "in_channels": 4, "out_channels": 2,
             "num_class_embeds": 3, "block_out_channels": [16, 32]}""";

    @TempDir
    private Path folder;

    @Test
    void aNetworkWithoutAttentionPaintsAnyMultipleOfItsCoarsestPlace() throws IOException {
        ModelDescriptor model = model("DDPMPipeline", COLOURED);
        assertThat(model.space()).isEqualTo(ModelSpace.PIXEL);
        assertThat(model.conditioning().kind()).isEqualTo(Conditioning.Kind.NOTHING);
        assertThat(model.sizes()).isEqualTo(SizeRule.free(4));
        assertThat(model.defaults().size()).isEqualTo(new Size(32, 32));
        assertThat(model.defaults().guidanceScale()).isEqualTo(1);
    }

    @Test
    void aNetworkThatLooksAtTheWholePictureKnowsOneSize() throws IOException {
        ModelDescriptor model = model("DDIMPipeline", COLOURED.replace("\"DownBlock2D\"]", "\"AttnDownBlock2D\"]"));
        assertThat(model.sizes()).isEqualTo(SizeRule.fixed(new Size(32, 32)));
    }

    @Test
    void classesWithoutNamesAreCalledByTheirNumbers() throws IOException {
        ModelDescriptor model =
                model("DDPMPipeline", COLOURED.replace("\"sample_size\"", "\"num_class_embeds\": 3, \"sample_size\""));
        assertThat(model.conditioning().labels()).containsExactly("0", "1", "2");
        assertThat(model.conditioning().guided()).isFalse();
    }

    @Test
    void aClassBeyondTheNamesMeansNoLabel() throws IOException {
        bits(
                "{\"palette\": [\"#000000\", \"#ff0000\", \"#00ff00\", \"#0000ff\"], \"scale\": 8, \"labels\": [\"a\", \"b\"]}");
        ModelDescriptor model = model("BitDiffusionPipeline", BITS);
        assertThat(model.space()).isEqualTo(ModelSpace.BITS);
        assertThat(model.conditioning().labels()).containsExactly("a", "b");
        assertThat(model.conditioning().hides()).isTrue();
        assertThat(model.conditioning().self()).isTrue();
        assertThat(model.sizes()).isEqualTo(SizeRule.scaled(new Size(16, 16), 8));
        assertThat(model.defaults().size()).isEqualTo(new Size(128, 128));
        assertThat(model.defaults().sampler()).isEqualTo("bit_diffusion");
        assertThat(model.directory().palette().colours()).containsExactly(0, 0xFF0000, 0xFF00, 0xFF);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"sample_size\": 32   | \"sample_size\": 0    | sample_size is 0",
                "\"sample_size\": 32   | \"sample_size\": 30   | multiple of 4",
                "\"sample_size\": 32   | \"sample_size\": 9999 | sample_size is 9999",
                "\"in_channels\": 3    | \"in_channels\": 4    | in_channels is 4",
                "\"out_channels\": 3   | \"out_channels\": 5   | out_channels 5"
            })
    void anOddNetworkIsRefused(String old, String other, String named) {
        assertThatThrownBy(() -> model("DDPMPipeline", COLOURED.replace(old, other)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("unet/config.json")
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'palette': ['#000000', '#ff0000', '#00ff00'], 'scale': 8}     | palette has 3 colours",
                "{'palette': ['#000000', 'red'], 'scale': 8}                    | palette holds",
                "{'palette': ['#000000', '#ff0000'], 'scale': 8}                | out_channels 2",
                "{'palette': ['#000000', '#f00000', '#0f0000', '#00f000'], 'scale': 0} | scale is 0",
                "{'palette': ['#000000', '#f00000', '#0f0000', '#00f000'], 'scale': 8, 'labels': ['a']} | labels has 1 names",
                "{'palette': ['#000000', '#f00000', '#0f0000', '#00f000'], 'scale': 8, 'labels': ['a', 'a']} | twice",
                "{'palette': ['#000000', '#f00000', '#0f0000', '#00f000'], 'scale': 8, 'labels': ['a', ' ']} | labels holds"
            })
    void anOddPaletteIsRefused(String config, String named) throws IOException {
        bits(config.replace('\'', '"'));
        assertThatThrownBy(() -> model("BitDiffusionPipeline", BITS))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(named);
    }

    @Test
    void picturesOfAScoreModelBeginAtZeroAndTakeManySteps() throws IOException {
        ModelDescriptor model = model("ScoreSdeVePipeline", COLOURED, "ScoreSdeVeScheduler");
        assertThat(model.space()).isEqualTo(ModelSpace.PIXEL);
        assertThat(model.directory().black()).isZero();
        assertThat(model.defaults().steps()).isEqualTo(200);
        ModelDescriptor other = model("DDPMPipeline", COLOURED);
        assertThat(other.directory().black()).isEqualTo(-1);
        assertThat(other.defaults().steps()).isEqualTo(50);
    }

    private void bits(String config) throws IOException {
        Files.createDirectories(folder.resolve("bits"));
        Files.writeString(folder.resolve("bits").resolve("config.json"), config);
    }

    private ModelDescriptor model(String pipeline, String unet) throws IOException {
        return model(pipeline, unet, "DDPMScheduler");
    }

    private ModelDescriptor model(String pipeline, String unet, String scheduler) throws IOException {
        Files.writeString(folder.resolve("model_index.json"), "{\"_class_name\": \"" + pipeline + "\"}");
        Files.createDirectories(folder.resolve("scheduler"));
        Files.writeString(
                folder.resolve("scheduler").resolve("scheduler_config.json"),
                "{\"_class_name\": \"" + scheduler + "\"}");
        Files.createDirectories(folder.resolve("unet"));
        Files.writeString(folder.resolve("unet").resolve("config.json"), unet);
        new SafetensorsBytes()
                .add("conv_in.weight", 1)
                .write(folder.resolve("unet").resolve("diffusion_pytorch_model.safetensors"));
        return DescriptorReader.read("odd", folder);
    }
}
