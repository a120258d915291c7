package dev.darkroom.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The embedded models and those in the models folder, as they stand now: the folder is looked at each time, what was
 * read of a model is kept until one of its small files changes. Thread-safe.
 */
public final class ModelCatalog {

    private final Map<String, Path> embedded;
    private final ModelSettings settings;
    private final ModelHashes hashes = new ModelHashes();
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /**
     * @param embedded where the embedded models were unpacked, by id
     */
    public ModelCatalog(Map<String, Path> embedded, ModelSettings settings) {
        this.embedded = new LinkedHashMap<>(embedded);
        this.settings = settings;
    }

    /** Of the default model alone, and of those in the models folder. */
    public ModelCatalog(Path embedded, ModelSettings settings) {
        this(Map.of(EmbeddedModel.ID, embedded), settings);
    }

    /** Models that can be used, the embedded ones first, then by id. */
    public List<ModelDescriptor> models() {
        return entries().stream().flatMap(entry -> entry.descriptor().stream()).toList();
    }

    /** Every folder that should be a model, with what is wrong with it if it is none. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        embedded.forEach((id, folder) -> entries.add(entry(id, folder)));
        for (Path folder : folders()) {
            String id = id(folder);
            entries.add(
                    embedded.containsKey(id)
                            ? new Entry(id, folder, null, folder + ": its name is an embedded model's; rename it")
                            : entry(id, folder));
        }
        return entries;
    }

    /**
     * The model of an id.
     *
     * @throws ModelNotFoundException if there is none
     * @throws ModelFormatException if its folder cannot be used
     */
    public ModelDescriptor get(String id) {
        Path inside = embedded.get(id);
        Path folder = inside != null
                ? inside
                : folders().stream()
                        .filter(candidate -> id(candidate).equals(id))
                        .findFirst()
                        .orElseThrow(() -> new ModelNotFoundException(id));
        Entry entry = entry(id, folder);
        return entry.descriptor().orElseThrow(() -> new ModelFormatException(entry.problem()));
    }

    /**
     * Names the content of a model's weights: 64 hexadecimal digits. The first call for a model reads all its files,
     * later ones only look whether they changed.
     *
     * @throws ModelNotFoundException if there is none of this id
     * @throws ModelFormatException if its folder cannot be used
     */
    public String hash(String id) {
        return hashes.of(get(id).directory());
    }

    /** Id of the model of requests that name none. */
    public String defaultModel() {
        return settings.defaultModel();
    }

    private static String id(Path folder) {
        return folder.getFileName().toString();
    }

    private List<Path> folders() {
        Path folder = settings.modelsDir();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(
                            child -> Files.isDirectory(child) && !id(child).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ModelFormatException("the models folder " + folder + " cannot be listed: " + e.getMessage(), e);
        }
    }

    private Entry entry(String id, Path folder) {
        return known.compute(folder, (path, before) -> before != null && before.stillHolds() ? before : read(id, path))
                .entry();
    }

    private static Known read(String id, Path folder) {
        try {
            List<FileStamp> stamps = DescriptorReader.stamps(folder);
            return new Known(stamps, new Entry(id, folder, DescriptorReader.read(id, folder), ""));
        } catch (ModelFormatException e) {
            return new Known(List.of(), new Entry(id, folder, null, String.valueOf(e.getMessage())));
        }
    }

    /**
     * A folder that is a model or should be one.
     *
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

    /**
     * @param stamps of the files that were read
     * @param entry what they said; a problem is looked at afresh each time
     */
    private record Known(List<FileStamp> stamps, Entry entry) {

        boolean stillHolds() {
            return entry.problem().isEmpty()
                    && DescriptorReader.stamps(entry.folder()).equals(stamps);
        }
    }
}
