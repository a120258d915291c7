package dev.darkroom.training.data;

import dev.darkroom.generation.ImageFormat;
import dev.darkroom.image.PictureEncoder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes webdataset shards: {@code KEY.png}, {@code KEY.txt} with the first caption, {@code KEY.json} with all captions
 * and the attributes. A shard appears under its name only once it is whole. The same examples give the same bytes.
 * Not thread-safe.
 */
public final class ShardWriter {

    private static final int KEPT_QUALITY = 100;

    private final Path folder;
    private final PictureEncoder encoder = new PictureEncoder();
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param folder made if it does not exist */
    public ShardWriter(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /**
     * Writes a shard.
     *
     * @param number names it
     *
     * @return the file {@code NNNNNN.tar}, replaced if it was there
     */
    public Path write(int number, List<Example> examples) throws IOException {
        Path file = folder.resolve(String.format(Locale.ROOT, "%06d.tar", number));
        Path partial = folder.resolve("." + file.getFileName() + ".partial");
        try {
            try (var tar =
                    new TarArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(partial)), "UTF-8")) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                for (Example example : examples) {
                    add(tar, example);
                }
            }
            return Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private void add(TarArchiveOutputStream tar, Example example) throws IOException {
        member(tar, example.key() + ".png", encoder.encode(example.picture(), ImageFormat.PNG, KEPT_QUALITY, Map.of()));
        if (!example.captions().isEmpty()) {
            member(tar, example.key() + ".txt", example.captions().get(0).getBytes(StandardCharsets.UTF_8));
        }
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("captions", example.captions());
        description.put("attributes", new java.util.TreeMap<>(example.attributes()));
        member(tar, example.key() + ".json", json.writeValueAsBytes(description));
    }

    private static void member(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
