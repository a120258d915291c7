package dev.darkroom.training.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the {@code metadata.jsonl} files of a folder: a JSON object a line, {@code file_name} says which picture. */
final class MetadataFile {

    private static final String NAME = "metadata.jsonl";

    private final Path root;

    MetadataFile(Path root) {
        this.root = root;
    }

    /** Captions by picture; {@code file_name} is relative to the folder of its metadata file. */
    Map<Path, CaptionFields> read(List<Path> files) throws IOException {
        Map<Path, CaptionFields> metadata = new HashMap<>();
        for (Path file : files) {
            if (file.getFileName().toString().equals(NAME)) {
                read(file, metadata);
            }
        }
        return metadata;
    }

    private void read(Path file, Map<Path, CaptionFields> metadata) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    add(file, number, line, metadata);
                }
            }
        }
    }

    private void add(Path file, int number, String line, Map<Path, CaptionFields> metadata) throws IOException {
        String place = "line " + number + " of " + root.relativize(file);
        JsonNode json;
        try {
            json = CaptionFields.parse(line);
        } catch (JacksonException e) {
            throw new IOException(place + " is no JSON object", e);
        }
        String name = json.path("file_name").asString("");
        if (name.isEmpty()) {
            throw new IOException(place + " has no file_name, which says what picture it is about");
        }
        metadata.put(file.resolveSibling(name).normalize(), CaptionFields.ofJson(json));
    }
}
