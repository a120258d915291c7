package dev.darkroom.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The embedded model and those in the models folder, as they stand now: the folder is looked at each time, what was
 * read of a model is kept until its {@code model_index.json} changes. Thread-safe.
 */
public final class ModelCatalog {

    private final Path embedded;
    private final ModelSettings settings;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /**
     * @param embedded where the embedded model was unpacked
     */
    public ModelCatalog(Path embedded, ModelSettings settings) {
        this.embedded = embedded;
        this.settings = settings;
    }

    /** Models that can be used, the embedded one first, then by id. */
    public List<ModelDescriptor> models() {
        return entries().stream().flatMap(entry -> entry.descriptor().stream()).toList();
    }

    /** Every folder that should be a model, with what is wrong with it if it is none. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(EmbeddedModel.ID, embedded));
        for (Path folder : folders()) {
            String id = folder.getFileName().toString();
            if (!id.equals(EmbeddedModel.ID)) {
                entries.add(entry(id, folder));
            }
        }
        return entries;
    }

    /**
     * The model of an id.
     *
     * @throws UnknownModelException if there is none
     * @throws ModelFormatException if its folder cannot be used
     */
    public ModelDescriptor get(String id) {
        Entry entry = entries().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownModelException(id));
        return entry.descriptor().orElseThrow(() -> new ModelFormatException(entry.problem()));
    }

    /** Id of the model of requests that name none. */
    public String defaultModel() {
        return settings.defaultModel();
    }

    private List<Path> folders() {
        Path folder = settings.modelsDir();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.isDirectory(child)
                            && !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ModelFormatException("the models folder " + folder + " cannot be listed: " + e.getMessage(), e);
        }
    }

    private Entry entry(String id, Path folder) {
        Known now = known.compute(folder, (path, before) -> {
            FileTime changed = lastChange(path);
            return before != null
                            && before.changed().equals(changed)
                            && before.entry().problem().isEmpty()
                    ? before
                    : new Known(changed, read(id, path));
        });
        return now.entry();
    }

    private static Entry read(String id, Path folder) {
        try {
            return new Entry(id, folder, DescriptorReader.read(id, folder), "");
        } catch (ModelFormatException e) {
            return new Entry(id, folder, null, String.valueOf(e.getMessage()));
        }
    }

    private static FileTime lastChange(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve("model_index.json"));
        } catch (IOException missing) {
            return FileTime.fromMillis(0);
        }
    }

    /**
     * @param id folder's name
     * @param folder where it lies
     * @param model null if it cannot be used
     * @param problem what is wrong, empty if nothing is
     */
    public record Entry(String id, Path folder, @Nullable ModelDescriptor model, String problem) {

        /** The model, if it can be used. */
        public Optional<ModelDescriptor> descriptor() {
            return Optional.ofNullable(model);
        }
    }

    private record Known(FileTime changed, Entry entry) {}
}
