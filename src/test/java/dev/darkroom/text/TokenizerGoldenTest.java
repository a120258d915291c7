package dev.darkroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TokenizerGoldenTest {

    private static final GoldenFolder FAMILY = GoldenFolder.family("tokenizer");

    /** Characters younger than this runtime's Unicode tables may be classed differently. */
    private static final String AS_OLD_AS_THE_RUNTIME = "newer_unicode";

    private final GoldenReport report = new GoldenReport("tokenizer");
    private final List<String> unicodeDifferences = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void everyTextHasTheIdsOfTheReference() {
        run("cases.json", "clip");
        run("cases_tiny.json", "tiny");
        report.print();
        System.out.println("golden tokenizer: differ with the age of Unicode tables: " + unicodeDifferences);
        assertThat(report.failures()).isEmpty();
    }

    private void run(String file, String vocabulary) {
        if (!report.present(FAMILY, file) || !report.present(FAMILY, vocabulary + "/vocab.json")) {
            return;
        }
        ClipTokenizer padEnd = ClipTokenizer.read(FAMILY.path().resolve(vocabulary));
        ClipTokenizer padBang = padBang(vocabulary);
        for (JsonNode goldenCase : FAMILY.cases(file)) {
            JsonNode ids = goldenCase.path("ids");
            check(vocabulary, goldenCase, new Variant("end", ids, goldenCase.path("padded_end")), padEnd);
            JsonNode idsBang = goldenCase.has("ids_bang") ? goldenCase.path("ids_bang") : ids;
            check(vocabulary, goldenCase, new Variant("bang", idsBang, goldenCase.path("padded_bang")), padBang);
        }
    }

    private void check(String vocabulary, JsonNode goldenCase, Variant expected, ClipTokenizer tokenizer) {
        String id = goldenCase.path("id").asString();
        String name = vocabulary + "/" + id + "/" + expected.name();
        String text = goldenCase.path("text").asString();
        TokenizedPrompt row = tokenizer.tokenize(text);
        boolean right = equal(tokenizer.ids(text), expected.ids())
                && equal(row.ids(), expected.row())
                && row.truncated() == expected.ids().size() > row.ids().length - 2;
        if (!right && id.startsWith(AS_OLD_AS_THE_RUNTIME)) {
            unicodeDifferences.add(name);
        } else {
            report.check(name, right);
        }
    }

    private static boolean equal(int[] actual, JsonNode expected) {
        int[] numbers = StreamSupport.stream(expected.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
        return Arrays.equals(actual, numbers);
    }

    /** The variant that pads with an exclamation mark has configuration files of its own only. */
    private ClipTokenizer padBang(String vocabulary) {
        try {
            Path joined = Files.createDirectory(folder.resolve(vocabulary));
            for (String file : List.of("vocab.json", "merges.txt")) {
                Files.copy(FAMILY.path().resolve(vocabulary).resolve(file), joined.resolve(file));
            }
            for (String file : List.of("tokenizer_config.json", "special_tokens_map.json")) {
                Files.copy(FAMILY.path().resolve(vocabulary + "_pad_bang").resolve(file), joined.resolve(file));
            }
            return ClipTokenizer.read(joined);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Variant(String name, JsonNode ids, JsonNode row) {}
}
