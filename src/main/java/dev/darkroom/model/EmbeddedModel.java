package dev.darkroom.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model that lies in the jar. Files in a jar cannot be mapped, so it is unpacked once into a folder named by its
 * content. Each file is written under another name and renamed when it is complete, so what a crash left behind is never
 * read; a lock file keeps processes that start at the same time apart. A file that is missing or has the wrong length is
 * replaced.
 */
public final class EmbeddedModel {

    /** Id of the default model. */
    public static final String ID = "darkroom-mini";

    /** Id of the model that draws icons by bit diffusion. */
    public static final String ICONS = "darkroom-icons";

    private static final int NAME_LENGTH = 16;

    /** The default first. Files are written by hand: folders of a class path cannot be listed. */
    private static final List<EmbeddedModel> ALL = List.of(
            new EmbeddedModel(
                    ID,
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
                    "vae/diffusion_pytorch_model.safetensors"),
            new EmbeddedModel(
                    ICONS,
                    "model_index.json",
                    "darkroom.json",
                    "README.md",
                    "bits/config.json",
                    "scheduler/scheduler_config.json",
                    "unet/config.json",
                    "unet/diffusion_pytorch_model.safetensors"));

    private final String id;
    private final List<String> files;

    private EmbeddedModel(String id, String... files) {
        this.id = id;
        this.files = List.of(files);
    }

    /**
     * Unpacks what is not there yet of all models.
     *
     * @param cache folder for unpacked models; made if missing
     * @return their diffusers directories by id, the default model's first
     */
    public static Map<String, Path> unpackAll(Path cache) {
        Map<String, Path> unpacked = new LinkedHashMap<>();
        ALL.forEach(model -> unpacked.put(model.id, model.unpacked(cache)));
        return unpacked;
    }

    /**
     * Unpacks what is not there yet of the default model.
     *
     * @param cache folder for unpacked models; made if missing
     * @return its diffusers directory
     */
    public static Path unpack(Path cache) {
        return ALL.get(0).unpacked(cache);
    }

    private Path unpacked(Path cache) {
        try {
            Map<String, byte[]> contents = contents();
            Path target = cache.resolve(id + "-" + hash(contents));
            if (!complete(target, contents)) {
                Files.createDirectories(cache);
                fill(target, contents, cache.resolve(id + ".lock"));
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the embedded model cannot be unpacked into " + cache
                            + "; give this user write access and free space there",
                    e);
        }
    }

    private static boolean complete(Path target, Map<String, byte[]> contents) {
        return contents.entrySet().stream()
                .allMatch(file -> FileStamp.of(target.resolve(file.getKey())).bytes() == file.getValue().length);
    }

    /** One thread of one process at a time: a file that others may be loading must not be replaced by the same again. */
    private static synchronized void fill(Path target, Map<String, byte[]> contents, Path lock) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            for (Map.Entry<String, byte[]> file : contents.entrySet()) {
                Path path = target.resolve(file.getKey());
                if (FileStamp.of(path).bytes() != file.getValue().length) {
                    publish(file.getValue(), path);
                }
            }
        }
    }

    /** Durable before it has its name, so that a power failure cannot leave a file of the right length but empty. */
    private static void publish(byte[] content, Path path) throws IOException {
        Files.createDirectories(path.getParent());
        Path fresh = path.resolveSibling(path.getFileName() + ".unfinished");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Map<String, byte[]> contents() throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (String file : files) {
            String resource = "/models/" + id + "/" + file;
            try (InputStream in = EmbeddedModel.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IOException("the jar lacks " + resource);
                }
                contents.put(file, in.readAllBytes());
            }
        }
        return contents;
    }

    private static String hash(Map<String, byte[]> contents) {
        MessageDigest digest = ModelHashes.sha256();
        contents.forEach((name, content) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_LENGTH);
    }
}
