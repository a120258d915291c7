package dev.darkroom.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The default model that lies in the jar. Files in a jar cannot be mapped, so it is unpacked once into a folder named
 * by its content; several processes may do so at once, the first one's result stays.
 */
public final class EmbeddedModel {

    /** Its id. */
    public static final String ID = "darkroom-mini";

    private static final String RESOURCES = "/models/" + ID + "/";
    private static final int NAME_LENGTH = 16;

    /** Written by hand beside the model: class path folders cannot be listed. */
    private static final List<String> FILES = List.of(
            "model_index.json",
            "darkroom.json",
            "README.md",
            "scheduler/scheduler_config.json",
            "text_encoder/config.json",
            "text_encoder/model.safetensors",
            "tokenizer/merges.txt",
            "tokenizer/tokenizer_config.json",
            "tokenizer/vocab.json",
            "unet/config.json",
            "unet/diffusion_pytorch_model.safetensors",
            "vae/config.json",
            "vae/diffusion_pytorch_model.safetensors");

    private EmbeddedModel() {}

    /**
     * Unpacks the model if it is not there yet.
     *
     * @param cache folder for unpacked models; made if missing
     * @return the diffusers directory
     */
    public static Path unpack(Path cache) {
        try {
            Path target = cache.resolve(ID + "-" + contentHash());
            if (!Files.isDirectory(target)) {
                Files.createDirectories(cache);
                Path fresh = Files.createTempDirectory(cache, ID + "-");
                for (String file : FILES) {
                    copy(file, fresh.resolve(file));
                }
                publish(fresh, target);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded model cannot be unpacked into " + cache, e);
        }
    }

    private static void copy(String file, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (InputStream in = open(file)) {
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void publish(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException otherWasFirst) {
            delete(fresh);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
            delete(fresh);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String contentHash() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                digest.update(file.getBytes(StandardCharsets.UTF_8));
                try (InputStream in = open(file)) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static InputStream open(String file) throws IOException {
        InputStream in = EmbeddedModel.class.getResourceAsStream(RESOURCES + file);
        if (in == null) {
            throw new IOException("the jar lacks " + RESOURCES + file);
        }
        return in;
    }
}
