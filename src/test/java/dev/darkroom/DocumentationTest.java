package dev.darkroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages point to is there. */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)|(?:src|href)=\"([^\"#]+)[^\"]*\"");

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                String target = link.group(1) == null ? link.group(2) : link.group(1);
                if (target.contains("://")) {
                    continue;
                }
                links++;
                if (!Files.exists(page.resolveSibling(target))) {
                    dead.add(page + " -> " + target);
                }
            }
        }
        assertThat(links).isGreaterThan(50);
        assertThat(dead).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CHANGELOG.md")), files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }
}
