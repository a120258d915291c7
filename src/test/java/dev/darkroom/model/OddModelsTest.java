package dev.darkroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models whose files say strange things: the file is named, and no other model suffers. */
class OddModelsTest {

    @TempDir
    private Path folder;

    private Path embedded;
    private Path odd;

    @BeforeEach
    void copyTheEmbeddedModel() throws IOException {
        embedded = EmbeddedModel.unpack(folder.resolve("cache"));
        odd = folder.resolve("models").resolve("odd");
        try (Stream<Path> files = Files.walk(embedded)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = odd.resolve(embedded.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "darkroom.json | {\"width\":-8} | width is -8",
                "darkroom.json | {\"height\":0} | height is 0",
                "darkroom.json | {\"width\":1e99} | width is",
                "darkroom.json | {\"width\":\"wide\"} | width is",
                "darkroom.json | {\"width\":129} | multiples of",
                "darkroom.json | {\"steps\":0} | steps is 0",
                "darkroom.json | {\"guidance_scale\":NaN} | guidance_scale is",
                "darkroom.json | {\"words\":\"cat, dog\"} | words is no list of words",
                "darkroom.json | {\"words\":[]} | words is no list of words",
                "unet/config.json | {\"sample_size\":0} | sample_size is 0",
                "unet/config.json | {\"sample_size\":-3} | sample_size is -3",
                "unet/config.json | {\"sample_size\":2000000000} | sample_size is 2000000000",
                "unet/config.json | {\"sample_size\":4294967360} | sample_size is 4294967360",
                "unet/config.json | {\"sample_size\":NaN} | sample_size is",
                "vae/config.json | {\"block_out_channels\":[]} | block_out_channels",
                "vae/config.json | {\"block_out_channels\":[1,1,1,1,1,1,1,1,1]} | block_out_channels",
            })
    void aValueNoPictureCanBeMadeWithIsNamedAndHidesNoOtherModel(String file, String content, String named)
            throws IOException {
        Files.writeString(odd.resolve(file), content);

        List<ModelCatalog.Entry> entries = catalog().entries();

        assertThat(catalog().models()).extracting(ModelDescriptor::id).containsExactly(EmbeddedModel.ID);
        assertThat(entries).extracting(ModelCatalog.Entry::id).containsExactly(EmbeddedModel.ID, "odd");
        assertThat(entries.get(1).problem())
                .contains(odd.resolve(file).toString())
                .contains(named);
    }

    @Test
    void whatDarkroomJsonLeavesOutIsAsUsual() throws IOException {
        Files.writeString(odd.resolve("darkroom.json"), "{\"steps\":7,\"width\":null}");

        ModelDescriptor.Defaults defaults = catalog().get("odd").defaults();

        assertThat(defaults.steps()).isEqualTo(7);
        assertThat(defaults.guidanceScale()).isEqualTo(7.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/x.safetensors",
                "../vae/x.safetensors",
                "sub/x.safetensors",
                "x.bin",
                "a\\u0000.safetensors"
            })
    void aShardIsASafetensorsFileBesideItsIndex(String name) throws IOException {
        Path unet = odd.resolve("unet");
        Files.delete(unet.resolve("diffusion_pytorch_model.safetensors"));
        Path index = unet.resolve("diffusion_pytorch_model.safetensors.index.json");
        Files.writeString(index, "{\"weight_map\":{\"conv_in.weight\":\"" + name + "\"}}");

        assertThatThrownBy(() -> Component.open(unet))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(index.toString())
                .hasMessageContaining("not a safetensors file beside it");
    }

    private ModelCatalog catalog() {
        return new ModelCatalog(embedded, new ModelSettings(odd.getParent(), EmbeddedModel.ID));
    }
}
