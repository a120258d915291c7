package dev.darkroom.training.data;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Streams the examples of one webdataset shard: neighbouring members of the same key belong together
 * (https://github.com/webdataset/webdataset). Reads plain and gzipped tar files. Not thread-safe.
 */
final class ShardReader implements Closeable {

    static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "webp", "gif", "bmp");
    private static final Set<String> TEXTS = Set.of("txt", "caption", "text", "json");
    private static final int GZIP_MAGIC = 0x8B1F;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final TarArchiveInputStream tar;
    private @Nullable TarArchiveEntry ahead;
    private boolean ended;

    ShardReader(Path file) throws IOException {
        this.file = file;
        var input = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            input.mark(2);
            int magic = input.read() | input.read() << 8;
            input.reset();
            this.tar = new TarArchiveInputStream(magic == GZIP_MAGIC ? unpacked(input) : input);
        } catch (IOException | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    private static InputStream unpacked(InputStream input) throws IOException {
        return new BufferedInputStream(new GZIPInputStream(input, BUFFER), BUFFER);
    }

    /**
     * The next example; empty at the end of the shard.
     *
     * @throws IOException if the archive is damaged from here on
     */
    Optional<RawExample> next() throws IOException {
        try {
            return read();
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            ended = true;
            // damaged headers reach the library's number parsers
            throw new IOException("its headers are damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            ended = true;
            throw e;
        }
    }

    private Optional<RawExample> read() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        String key = null;
        String problem = "";
        for (TarArchiveEntry entry = entry(); entry != null; entry = entry()) {
            int dot = dot(entry.getName());
            String entryKey = entry.getName().substring(0, dot);
            if (key != null && !key.equals(entryKey)) {
                ahead = entry;
                break;
            }
            key = entryKey;
            String ending = entry.getName().substring(dot + 1).toLowerCase(Locale.ROOT);
            if (!PICTURES.contains(ending) && !TEXTS.contains(ending)) {
                continue;
            }
            if (entry.getSize() > ExampleDecoder.MOST_BYTES) {
                problem =
                        entry.getName() + " has " + entry.getSize() + " bytes, more than " + ExampleDecoder.MOST_BYTES;
            } else {
                members.put(ending, whole(entry));
            }
        }
        return key == null ? Optional.empty() : Optional.of(new RawExample(key, members, problem));
    }

    private @Nullable TarArchiveEntry entry() throws IOException {
        TarArchiveEntry entry = ahead;
        ahead = null;
        while (entry == null && !ended) {
            entry = tar.getNextEntry();
            ended = entry == null;
            if (entry != null && (!entry.isFile() || dot(entry.getName()) < 0)) {
                entry = null;
            }
        }
        return entry;
    }

    private byte[] whole(TarArchiveEntry entry) throws IOException {
        byte[] bytes = SmallFile.read(tar, ExampleDecoder.MOST_BYTES);
        if (bytes.length < entry.getSize()) {
            throw new IOException("it ends within " + entry.getName());
        }
        return bytes;
    }

    /** Where the file's ending begins: the first dot after the last slash that does not start the name; −1 if none. */
    private static int dot(String name) {
        return name.indexOf('.', name.lastIndexOf('/') + 2);
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
