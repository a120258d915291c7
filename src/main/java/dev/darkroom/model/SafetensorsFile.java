package dev.darkroom.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A safetensors file, mapped into memory read-only: opening it reads the header alone, processes that map the same file
 * share its pages. Format: 8 bytes length of the header, little endian; the header, JSON; the tensors' bytes
 * (https://huggingface.co/docs/safetensors). A mapping is released when the last buffer of it is garbage. Immutable and
 * thread-safe. The file must not be shortened while it is in use.
 */
public final class SafetensorsFile {

    private final Path path;
    private final Map<String, TensorEntry> entries;
    private final MappedWindows windows;

    private SafetensorsFile(Path path, Map<String, TensorEntry> entries, MappedWindows windows) {
        this.path = path;
        this.entries = entries;
        this.windows = windows;
    }

    /**
     * Opens and checks the file.
     *
     * @throws ModelFormatException if the header is broken or tensors lie outside the file, overlap or leave gaps
     */
    public static SafetensorsFile open(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            SafetensorsHeader header = SafetensorsHeader.read(path, channel);
            return new SafetensorsFile(path, header.entries(), MappedWindows.map(channel, header));
        } catch (IOException e) {
            throw new ModelFormatException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    public Path path() {
        return path;
    }

    /** Names of the tensors. */
    public Set<String> names() {
        return entries.keySet();
    }

    /** What the header says of a tensor, null if there is none of this name. */
    public @Nullable TensorEntry entry(String name) {
        return entries.get(name);
    }

    /** A tensor's bytes: direct, read-only, native (little-endian) order; no copy. */
    public ByteBuffer data(TensorEntry entry) {
        return windows.slice(entry);
    }
}
