package dev.darkroom.pipeline;

import dev.darkroom.generation.NearNames;
import dev.darkroom.generation.Quoted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code __name__} in a prompt becomes a line of {@code name.txt}; the line may hold wildcards again. Empty lines and
 * lines that begin with # are passed over. Files are read anew for every prompt. Thread-safe.
 */
public final class Wildcards {

    private static final Logger log = LoggerFactory.getLogger(Wildcards.class);
    private static final Pattern NAME = Pattern.compile("__([\\p{L}\\p{N}](?:[\\p{L}\\p{N} ./-]|_(?!_)){0,99})__");
    private static final String ENDING = ".txt";
    private static final int MOST_REPLACED = 256;
    private static final int DEEPEST_FOLDER = 4;

    private final @Nullable Path folder;

    public Wildcards(PromptSettings settings) {
        this.folder = settings.wildcardsDir() == null
                ? null
                : settings.wildcardsDir().toAbsolutePath().normalize();
    }

    /** Names that can be used, sorted; those of files in sub-folders have slashes. */
    public List<String> names() {
        Path root = folder;
        if (root == null || !Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root, DEEPEST_FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of wildcards cannot be listed", e);
        }
    }

    /** Whether the text asks for a wildcard. */
    boolean in(String text) {
        return folder != null && NAME.matcher(text).find();
    }

    /**
     * The text with its wildcards replaced, from left to right.
     *
     * @param seed of the picture
     * @param field whose text it is, for what is wrong
     * @param longest bound of the result in characters
     */
    String replaced(String text, long seed, String field, int longest, FieldCheck check) {
        WordChoice choice = new WordChoice(seed);
        String replaced = text;
        for (int i = 0; folder != null; i++) {
            Matcher wildcard = NAME.matcher(replaced);
            if (!wildcard.find()) {
                break;
            }
            List<String> lines = lines(wildcard.group(1), field, check);
            if (lines.isEmpty()) {
                return replaced;
            }
            String line = lines.get(choice.of(lines.size()));
            replaced = replaced.substring(0, wildcard.start()) + line + replaced.substring(wildcard.end());
            if (i == MOST_REPLACED || replaced.length() > longest) {
                check.error(field, "its wildcards make it too long; look for one that names itself");
                return replaced;
            }
        }
        return replaced;
    }

    /** The lines of a wildcard; empty, and told of, if there are none. */
    private List<String> lines(String name, String field, FieldCheck check) {
        Path file = folder == null ? null : folder.resolve(name + ENDING).normalize();
        if (file == null || !file.startsWith(folder) || !Files.isRegularFile(file)) {
            check.error(
                    field,
                    "there is no wildcard " + Quoted.of("__" + name + "__") + NearNames.hint(name, names())
                            + "; GET /api/v1/styles lists them all");
            return List.of();
        }
        List<String> lines = List.of();
        try {
            lines = Files.readString(file)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            log.warn("Wildcard file {} cannot be read; prompts that name it are refused.", file, unreadable);
        }
        if (lines.isEmpty()) {
            check.error(field, "the wildcard " + Quoted.of("__" + name + "__") + " has no line that can be read");
        }
        return lines;
    }
}
