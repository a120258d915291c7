package dev.darkroom.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names models by the content of their weights: the SHA-256 of the lines {@code folder/file sha256} of all weight files.
 * A file is read once, and again when its length or time of change differs. Thread-safe.
 */
public final class ModelHashes {

    private static final int CHUNK = 1 << 20;

    private final Map<Path, Hashed> known = new ConcurrentHashMap<>();

    /**
     * The model's hash, 64 hexadecimal digits; reads the whole model when it is asked for the first time.
     *
     * @throws ModelFormatException if a file is missing or cannot be read
     */
    public String of(ModelDirectory model) {
        MessageDigest digest = sha256();
        for (Path network : model.networks()) {
            for (Path file : WeightFiles.find(network)) {
                String line = network.getFileName() + "/" + file.getFileName() + " " + of(file) + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private String of(Path file) {
        FileStamp stamp = FileStamp.of(file);
        return known.compute(
                        file,
                        (path, before) ->
                                before != null && before.stamp().equals(stamp) ? before : new Hashed(stamp, read(path)))
                .hash();
    }

    private static String read(Path file) {
        MessageDigest digest = sha256();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(chunk) >= 0) {
                digest.update(chunk.flip());
                chunk.clear();
            }
        } catch (IOException e) {
            throw new ModelFormatException(file + " cannot be read: " + e.getMessage(), e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private record Hashed(FileStamp stamp, String hash) {}
}
