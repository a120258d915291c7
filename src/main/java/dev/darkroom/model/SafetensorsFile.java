package dev.darkroom.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A safetensors file: opening it reads and checks the header alone. Each tensor is mapped into memory by itself,
 * read-only, when it is asked for, and unmapped when its buffer is garbage; processes that map the same file share its
 * pages. Format: 8 bytes length of the header, little endian; the header, JSON; the tensors' bytes
 * (https://huggingface.co/docs/safetensors). Immutable and thread-safe.
 *
 * <p>A file that changed since it was opened is refused. One that is shortened while a buffer of it is in use ends the
 * process, as with every mapped file: replace models by renaming, never in place.
 */
public final class SafetensorsFile {

    private final Path path;
    private final FileStamp stamp;
    private final SafetensorsHeader header;

    private SafetensorsFile(Path path, FileStamp stamp, SafetensorsHeader header) {
        this.path = path;
        this.stamp = stamp;
        this.header = header;
    }

    /**
     * Opens and checks the file.
     *
     * @throws ModelFormatException if the header is broken or tensors lie outside the file, overlap or leave gaps
     */
    public static SafetensorsFile open(Path path) {
        FileStamp stamp = FileStamp.of(path);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new SafetensorsFile(path, stamp, SafetensorsHeader.read(path, channel));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    public Path path() {
        return path;
    }

    /** Names of the tensors. */
    public Set<String> names() {
        return header.entries().keySet();
    }

    /** Texts of the header's {@code __metadata__}; empty if there are none. */
    public Map<String, String> metadata() {
        return header.metadata();
    }

    /** What the header says of a tensor, null if there is none of this name. */
    public @Nullable TensorEntry entry(String name) {
        return header.entries().get(name);
    }

    /**
     * A tensor's bytes: direct, read-only, native (little-endian) order; no copy.
     *
     * @throws ModelFormatException if there is no such tensor, it has 2 GiB or more, or the file changed meanwhile
     */
    public ByteBuffer data(String name) {
        TensorEntry entry = entry(name);
        if (entry == null) {
            throw new ModelFormatException(path + ": there is no tensor " + name);
        }
        if (entry.bytes() > Integer.MAX_VALUE) {
            throw new ModelFormatException(path + ": tensor " + name + " has " + entry.bytes()
                    + " bytes; tensors of 2 GiB and more are not supported");
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            if (!FileStamp.of(path).equals(stamp) || channel.size() != stamp.bytes()) {
                throw new ModelFormatException(
                        path + " changed while it was being loaded; wait until its download is complete");
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, header.dataStart() + entry.begin(), entry.bytes())
                    .order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static ModelFormatException unreadable(Path path, IOException cause) {
        return cause instanceof NoSuchFileException
                ? new ModelFormatException(path + " is missing", cause)
                : new ModelFormatException(path + " cannot be read: " + cause.getMessage(), cause);
    }
}
