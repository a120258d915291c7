package dev.darkroom.training.data;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of shards in short: {@code data/{000000..000099}.tar}, {@code data/{train,extra}-*.tar}. Ranges and lists in
 * braces name files that must exist; {@code *}, {@code ?} and {@code [a-z]} in the last part of a path name those
 * that do.
 */
final class ShardPattern {

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern RANGE = Pattern.compile("(\\d+)\\.\\.(\\d+)");
    private static final Pattern WILD = Pattern.compile("[*?\\[]");
    private static final int MOST = 1_000_000;

    private ShardPattern() {}

    /** @throws IOException if a named file is missing or nothing matches */
    static List<Path> files(String pattern) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : expanded(pattern)) {
            List<Path> found = WILD.matcher(name).find() ? matching(name) : List.of(Path.of(name));
            if (found.isEmpty()) {
                throw new IOException("no file matches " + name);
            }
            files.addAll(found);
        }
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new IOException("there is no file " + file);
            }
        }
        return files;
    }

    /** All names that braces stand for, in their order. */
    static List<String> expanded(String pattern) {
        Matcher braces = BRACES.matcher(pattern);
        if (!braces.find()) {
            return List.of(pattern);
        }
        List<String> names = new ArrayList<>();
        String before = pattern.substring(0, braces.start());
        String after = pattern.substring(braces.end());
        for (String choice : choices(braces.group(1))) {
            names.addAll(expanded(before + choice + after));
            if (names.size() > MOST) {
                throw new IllegalArgumentException(pattern + " names more than " + MOST + " files");
            }
        }
        return names;
    }

    private static List<String> choices(String inside) {
        Matcher range = RANGE.matcher(inside);
        if (!range.matches()) {
            return List.of(inside.split(",", -1));
        }
        long from = Long.parseLong(range.group(1));
        long to = Long.parseLong(range.group(2));
        if (to < from || to - from >= MOST) {
            throw new IllegalArgumentException("the range {" + inside + "} names no file, or too many");
        }
        List<String> choices = new ArrayList<>();
        for (long number = from; number <= to; number++) {
            String digits = Long.toString(number);
            choices.add("0".repeat(Math.max(0, range.group(1).length() - digits.length())) + digits);
        }
        return choices;
    }

    private static List<Path> matching(String name) throws IOException {
        int slash = name.lastIndexOf('/');
        Path folder = Path.of(slash < 0 ? "." : name.substring(0, slash + 1));
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name.substring(slash + 1));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> matcher.matches(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
