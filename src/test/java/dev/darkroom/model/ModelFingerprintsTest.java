package dev.darkroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFingerprintsTest {

    @TempDir
    Path scratch;

    @Test
    void areComputedInTheBackgroundAndFollowTheFiles() throws Exception {
        Path folder = EmbeddedModel.unpack(scratch);
        ModelCatalog catalog = new ModelCatalog(folder, new ModelSettings(null, EmbeddedModel.ID));
        try (ModelFingerprints fingerprints = new ModelFingerprints(catalog)) {
            Optional<String> known = fingerprints.known(EmbeddedModel.ID);
            Instant end = Instant.now().plus(Duration.ofSeconds(20));
            while (known.isEmpty() && Instant.now().isBefore(end)) {
                Thread.sleep(20);
                known = fingerprints.known(EmbeddedModel.ID);
            }
            assertThat(known).hasValue(catalog.hash(EmbeddedModel.ID));
            assertThat(fingerprints.of(EmbeddedModel.ID)).isEqualTo(known.get());

            changeWeights(folder);

            assertThat(fingerprints.of(EmbeddedModel.ID)).isNotEqualTo(known.get());
        }
    }

    @Test
    void ofAModelThatIsNotThereAreMissing() {
        ModelCatalog catalog =
                new ModelCatalog(EmbeddedModel.unpack(scratch), new ModelSettings(null, EmbeddedModel.ID));
        try (ModelFingerprints fingerprints = new ModelFingerprints(catalog)) {
            assertThatThrownBy(() -> fingerprints.of("nobody")).isInstanceOf(ModelNotFoundException.class);
            assertThat(fingerprints.known("nobody")).isEmpty();
        }
    }

    private static void changeWeights(Path folder) throws IOException {
        Files.write(folder.resolve("vae/diffusion_pytorch_model.safetensors"), new byte[8], StandardOpenOption.APPEND);
    }
}
