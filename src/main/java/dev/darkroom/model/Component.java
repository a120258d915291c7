package dev.darkroom.model;

import dev.darkroom.torch.Checkpoint;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One network's folder: {@code config.json} and the tensors of all its weight files. Opening it reads headers only;
 * each weight is mapped when it is asked for and stays so as long as somebody holds its buffer. Immutable and
 * thread-safe.
 */
public final class Component implements Checkpoint {

    private final Path folder;
    private final Map<String, Object> config;
    private final Map<String, SafetensorsFile> files;

    private Component(Path folder, Map<String, Object> config, Map<String, SafetensorsFile> files) {
        this.folder = folder;
        this.config = config;
        this.files = files;
    }

    /**
     * Reads the configuration and the headers of the weight files.
     *
     * @throws ModelFormatException if something is missing or broken
     */
    public static Component open(Path folder) {
        Map<String, Object> config = JsonFiles.map(folder.resolve("config.json"));
        Map<String, SafetensorsFile> files = new LinkedHashMap<>();
        for (Path path : WeightFiles.find(folder)) {
            SafetensorsFile file = SafetensorsFile.open(path);
            for (String name : file.names()) {
                SafetensorsFile other = files.putIfAbsent(name, file);
                if (other != null) {
                    throw new ModelFormatException(path + ": tensor " + name + " is also in "
                            + other.path().getFileName() + "; remove the shards of another version");
                }
            }
        }
        return new Component(folder, config, files);
    }

    /** Bytes of the weights on disk. */
    public static long weightBytes(Path folder) {
        return WeightFiles.find(folder).stream()
                .map(FileStamp::of)
                .mapToLong(FileStamp::bytes)
                .sum();
    }

    @Override
    public String source() {
        return folder.toString();
    }

    @Override
    public Map<String, Object> config() {
        return config;
    }

    @Override
    public Set<String> names() {
        return files.keySet();
    }

    @Override
    public @Nullable Weight weight(String name) {
        SafetensorsFile file = files.get(name);
        TensorEntry entry = file == null ? null : file.entry(name);
        if (file == null || entry == null) {
            return null;
        }
        return new Weight(file.path().toString(), element(entry.type()), entry.shape(), file.data(name));
    }

    private static Element element(String type) {
        return switch (type) {
            case "F32" -> Element.F32;
            case "F16" -> Element.F16;
            case "BF16" -> Element.BF16;
            default -> Element.OTHER;
        };
    }
}
