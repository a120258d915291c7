package dev.darkroom.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedModelTest {

    private static final String WEIGHTS = "unet/diffusion_pytorch_model.safetensors";

    @TempDir
    private Path cache;

    @Test
    void whatIsUnpackedIsAUsableModel() {
        assertThat(ModelChecker.problems(EmbeddedModel.unpack(cache))).isEmpty();
    }

    @Test
    void aSecondStartWritesNothing() throws IOException {
        Path model = EmbeddedModel.unpack(cache);
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        for (Path file : files(model)) {
            Files.setLastModifiedTime(file, longAgo);
        }

        assertThat(EmbeddedModel.unpack(cache)).isEqualTo(model);

        for (Path file : files(model)) {
            assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
        }
    }

    @Test
    void whatACrashLeftBehindIsNeverUsed() throws IOException {
        Path model = EmbeddedModel.unpack(cache);
        long whole = Files.size(model.resolve(WEIGHTS));
        Files.write(model.resolve(WEIGHTS), new byte[1000]);
        Files.write(model.resolve("vae/config.json.unfinished"), new byte[1000]);
        Files.delete(model.resolve("vae/config.json"));

        EmbeddedModel.unpack(cache);

        assertThat(model.resolve(WEIGHTS)).hasSize(whole);
        assertThat(model.resolve("vae/config.json.unfinished")).doesNotExist();
        assertThat(ModelChecker.problems(model)).isEmpty();
    }

    @Test
    void manyMayUnpackAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Path>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starts.add(() -> EmbeddedModel.unpack(cache));
            }
            for (Future<Path> start : threads.invokeAll(starts)) {
                assertThat(ModelChecker.problems(start.get())).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
        try (Stream<Path> children = Files.list(cache)) {
            assertThat(children.filter(Files::isDirectory)).hasSize(1);
        }
        assertThat(files(cache)).noneMatch(file -> file.toString().endsWith(".unfinished"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
