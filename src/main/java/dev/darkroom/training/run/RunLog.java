package dev.darkroom.training.run;

import dev.darkroom.training.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;

/**
 * {@code log.jsonl}: one JSON object a line, {@code step} among its numbers, written as training goes. The same as a
 * table is {@code log.csv}.
 */
final class RunLog {

    private final Path folder;
    private final JsonLines<Map<String, Object>> file;
    private final List<Map<String, Object>> lines = new ArrayList<>();

    /**
     * Opens the log of a folder.
     *
     * @param step lines behind this step are dropped: a resumed run writes them again
     */
    RunLog(Path folder, long step) throws IOException {
        this.folder = folder;
        this.file = new JsonLines<>(folder.resolve("log.jsonl"), new TypeReference<>() {});
        if (step > 0) {
            for (Map<String, Object> values : file.read()) {
                if (values.get("step") instanceof Number at && at.longValue() <= step) {
                    lines.add(values);
                }
            }
        }
        file.write(lines);
    }

    void add(long step, Map<String, Double> figures) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("step", step);
        line.putAll(figures);
        lines.add(line);
        file.add(line);
    }

    /** Steps and values of one figure, where it was written. */
    Map<Long, Double> series(String figure) {
        Map<Long, Double> series = new LinkedHashMap<>();
        for (Map<String, Object> line : lines) {
            if (line.get(figure) instanceof Number value && line.get("step") instanceof Number step) {
                series.put(step.longValue(), value.doubleValue());
            }
        }
        return series;
    }

    /** Writes the log as a table. */
    void writeTable() throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        lines.forEach(line -> columns.addAll(line.keySet()));
        StringBuilder table = new StringBuilder(String.join(",", columns)).append('\n');
        for (Map<String, Object> line : lines) {
            List<String> cells = columns.stream()
                    .map(column -> line.containsKey(column) ? String.valueOf(line.get(column)) : "")
                    .toList();
            table.append(String.join(",", cells)).append('\n');
        }
        Files.writeString(folder.resolve("log.csv"), table);
    }
}
