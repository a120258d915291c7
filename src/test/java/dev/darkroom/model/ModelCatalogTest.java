package dev.darkroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCatalogTest {

    @TempDir
    private static Path cache;

    private static Path embedded;

    @TempDir
    private Path models;

    private ModelCatalog catalog;

    @BeforeAll
    static void unpack() {
        embedded = EmbeddedModel.unpack(cache);
    }

    @BeforeEach
    void open() {
        catalog = new ModelCatalog(embedded, new ModelSettings(models, EmbeddedModel.ID));
    }

    @Test
    void aFolderThatIsAddedIsFoundWithoutARestart() throws IOException {
        assertThat(catalog.models()).extracting(ModelDescriptor::id).containsExactly(EmbeddedModel.ID);

        ModelCopy.of(embedded, models.resolve("cats"));

        assertThat(catalog.models()).extracting(ModelDescriptor::id).containsExactly(EmbeddedModel.ID, "cats");
        assertThat(catalog.get("cats").directory().path()).isEqualTo(models.resolve("cats"));
    }

    @Test
    void aModelThatIsMendedOrChangedIsReadAgain() throws IOException {
        ModelCopy cats = ModelCopy.of(embedded, models.resolve("cats")).delete("darkroom.json");
        assertThat(catalog.get("cats").defaults().steps()).isEqualTo(25);

        cats.write("darkroom.json", "{\"steps\":9}");

        assertThat(catalog.get("cats").defaults().steps()).isEqualTo(9);
    }

    @Test
    void aBrokenFolderIsListedWithItsProblem() throws IOException {
        Files.createDirectories(models.resolve("broken"));
        Files.createDirectories(models.resolve(".hidden"));

        assertThat(catalog.models()).hasSize(1);
        assertThat(catalog.entries()).extracting(ModelCatalog.Entry::id).containsExactly(EmbeddedModel.ID, "broken");
        assertThat(catalog.entries().get(1).problem()).contains("model_index.json is missing");
        assertThatThrownBy(() -> catalog.get("broken"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("model_index.json is missing");
    }

    @Test
    void aFolderWithTheEmbeddedModelsNameIsToldToBeRenamed() throws IOException {
        ModelCopy.of(embedded, models.resolve(EmbeddedModel.ID));

        assertThat(catalog.get(EmbeddedModel.ID).directory().path()).isEqualTo(embedded);
        assertThat(catalog.entries().get(1).problem()).contains("rename it");
    }

    @Test
    void anIdIsTheNameOfAFolderNeverAPath() throws IOException {
        ModelCopy.of(embedded, models.resolve("cats"));

        for (String id : new String[] {"", "..", "../" + models.getFileName() + "/cats", "cats/.", "dogs"}) {
            assertThatThrownBy(() -> catalog.get(id)).isInstanceOf(ModelNotFoundException.class);
        }
    }

    @Test
    void aSchedulerThatIsNotKnownMakesOneModelUnusableNotAll() throws IOException {
        ModelCopy.of(embedded, models.resolve("cats"))
                .replace("scheduler/scheduler_config.json", "Scheduler\"", "Schedule\"");

        assertThat(catalog.models()).hasSize(1);
        assertThat(catalog.entries().get(1).problem()).contains("scheduler_config.json", "Schedule\"", "_class_name");
    }

    @Test
    void theHashNamesTheWeightsNotThePlace() throws IOException {
        ModelCopy cats = ModelCopy.of(embedded, models.resolve("cats"));
        String hash = catalog.hash(EmbeddedModel.ID);

        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(catalog.hash("cats")).isEqualTo(hash);

        cats.delete("vae/diffusion_pytorch_model.safetensors");
        new SafetensorsBytes().add("a", 1).write(cats.path().resolve("vae/diffusion_pytorch_model.safetensors"));
        assertThat(catalog.hash("cats")).isNotEqualTo(hash);
    }
}
