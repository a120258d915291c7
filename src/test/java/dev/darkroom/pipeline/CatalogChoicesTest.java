package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.generation.Size;
import dev.darkroom.model.EmbeddedModel;
import dev.darkroom.model.ModelCatalog;
import dev.darkroom.model.ModelSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogChoicesTest {

    @TempDir
    Path scratch;

    private Path embedded;
    private CatalogChoices choices;

    @BeforeEach
    void unpack() throws IOException {
        embedded = EmbeddedModel.unpack(scratch.resolve("cache"));
        Path models = Files.createDirectories(scratch.resolve("models"));
        choices = new CatalogChoices(new ModelCatalog(embedded, new ModelSettings(models, EmbeddedModel.ID)), Map::of);
    }

    @Test
    void theEmbeddedModelBringsItsOwnDefaults() {
        ModelChoice mini = choices.models().get(0);
        assertThat(mini.id()).isEqualTo("darkroom-mini");
        assertThat(mini.size()).isEqualTo(new Size(256, 256));
        assertThat(mini.sampler()).isEqualTo("dpmpp_2m");
        assertThat(mini.schedule()).isEqualTo("default");
        assertThat(mini.guidanceScale()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"_class_name\":\"NoSuchScheduler\"}", "{\"_class_name\":7}"})
    void aModelWithAnUnknownSchedulerDoesNotHideTheOthers(String scheduler) throws IOException {
        Path strange = scratch.resolve("models/strange");
        for (String file : new String[] {"model_index.json", "unet/config.json", "vae/config.json"}) {
            copy(file, strange);
        }
        for (String weights : new String[] {
            "unet/diffusion_pytorch_model.safetensors",
            "vae/diffusion_pytorch_model.safetensors",
            "text_encoder/model.safetensors"
        }) {
            copy(weights, strange);
        }
        Files.createDirectories(strange.resolve("scheduler"));
        Files.writeString(strange.resolve("scheduler/scheduler_config.json"), scheduler);

        assertThat(choices.models()).extracting(ModelChoice::id).containsExactly("darkroom-mini");
    }

    private void copy(String file, Path to) throws IOException {
        Path target = to.resolve(file);
        Files.createDirectories(target.getParent());
        Files.copy(embedded.resolve(file), target);
    }
}
