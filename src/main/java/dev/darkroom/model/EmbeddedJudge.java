package dev.darkroom.model;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The picture classifier that lies in the jar, unpacked into a temporary folder until this is closed. */
public final class EmbeddedJudge implements Closeable {

    private static final String RESOURCES = "/judge/";
    private static final List<String> FILES = List.of("config.json", "diffusion_pytorch_model.safetensors");

    private final Path folder;

    private EmbeddedJudge(Path folder) {
        this.folder = folder;
    }

    /** Unpacks it. */
    public static EmbeddedJudge unpack() throws IOException {
        EmbeddedJudge judge = new EmbeddedJudge(Files.createTempDirectory("darkroom-judge"));
        try {
            for (String file : FILES) {
                judge.unpack(file);
            }
            return judge;
        } catch (IOException | RuntimeException failure) {
            judge.close();
            throw failure;
        }
    }

    private void unpack(String file) throws IOException {
        try (InputStream in = EmbeddedJudge.class.getResourceAsStream(RESOURCES + file)) {
            if (in == null) {
                throw new IOException("the jar lacks " + RESOURCES + file);
            }
            Files.copy(in, folder.resolve(file));
        }
    }

    /** The folder with its {@code config.json}. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        for (String file : FILES) {
            Files.deleteIfExists(folder.resolve(file));
        }
        Files.deleteIfExists(folder);
    }
}
