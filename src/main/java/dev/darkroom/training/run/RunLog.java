package dev.darkroom.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code log.jsonl}: one JSON object a line, {@code step} among its numbers, written as training goes. The same as a
 * table is {@code log.csv}.
 */
final class RunLog {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> LINE = new TypeReference<>() {};

    private final Path folder;
    private final List<Map<String, Object>> lines = new ArrayList<>();

    /**
     * Opens the log of a folder.
     *
     * @param step lines behind this step are dropped: a resumed run writes them again
     */
    RunLog(Path folder, long step) throws IOException {
        this.folder = folder;
        if (step > 0 && Files.isRegularFile(file())) {
            for (String line : Files.readAllLines(file())) {
                Map<String, Object> values = JSON.readValue(line, LINE);
                if (values.get("step") instanceof Number at && at.longValue() <= step) {
                    lines.add(values);
                }
            }
        }
        Files.writeString(file(), text());
    }

    private Path file() {
        return folder.resolve("log.jsonl");
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(JSON.writeValueAsString(line)).append('\n'));
        return text.toString();
    }

    void add(long step, Map<String, Double> figures) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("step", step);
        line.putAll(figures);
        lines.add(line);
        Files.writeString(file(), JSON.writeValueAsString(line) + '\n', StandardOpenOption.APPEND);
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
