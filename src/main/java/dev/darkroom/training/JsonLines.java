package dev.darkroom.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of JSON, one value a line, that grows while a training goes on. A process that dies while it writes leaves half
 * a line at the end, which is not read. For one thread.
 *
 * @param file need not be there
 * @param type of the values
 * @param <T> of the values
 */
public record JsonLines<T>(Path file, TypeReference<T> type) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * All values; none if there is no file.
     *
     * @throws IOException if a line before the last one is broken; says which
     */
    public List<T> read() throws IOException {
        List<T> values = new ArrayList<>();
        List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        for (int i = 0; i < lines.size(); i++) {
            try {
                values.add(JSON.readValue(lines.get(i), type));
            } catch (JacksonException e) {
                if (i < lines.size() - 1) {
                    throw new IOException(file + " is broken in line " + (i + 1) + ": " + e.getOriginalMessage(), e);
                }
            }
        }
        return values;
    }

    /** Puts these values in the place of all that there were, at once. */
    public void write(List<T> values) throws IOException {
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append(line(value)));
        Path whole = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.writeString(whole, text);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Adds a value at the end. */
    public void add(T value) throws IOException {
        Files.writeString(file, line(value), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private String line(T value) {
        return JSON.writeValueAsString(value) + '\n';
    }
}
