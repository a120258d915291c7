package dev.darkroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.generation.Emphasis;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every prompt is cut into the rows of the reference. */
class ChunksGoldenTest {

    private static final GoldenFolder FAMILY = GoldenFolder.family("prompt");
    private static final String VOCABULARY = "clip/vocab.json";
    private static final int ROW = 77;

    @Test
    void promptsAreCutIntoTheReferencesRows() {
        GoldenReport report = new GoldenReport("prompt, chunks");
        GoldenFolder tokenizers = GoldenFolder.family("tokenizer");
        if (report.present(FAMILY, "chunks.json") && report.present(tokenizers, VOCABULARY)) {
            ClipTokenizer tokenizer = ClipTokenizer.read(tokenizers.path().resolve("clip"));
            FAMILY.cases("chunks.json")
                    .forEach(goldenCase ->
                            report.check(goldenCase.path("id").asString(), agrees(tokenizer, goldenCase)));
        }
        report.print();
        assertThat(report.failures()).isEmpty();
    }

    private static boolean agrees(ClipTokenizer tokenizer, JsonNode goldenCase) {
        Chunker chunker = new Chunker(
                tokenizer, ROW, goldenCase.path("comma_padding_backtrack").asInt());
        ChunkedPrompt cut = chunker.cut(goldenCase.path("text").asString(), emphasis(goldenCase));
        JsonNode chunks = goldenCase.path("chunks");
        boolean agree = cut.tokens() == goldenCase.path("token_count").asInt()
                && cut.chunks().size() == chunks.size();
        for (int i = 0; agree && i < chunks.size(); i++) {
            Chunk chunk = cut.chunks().get(i);
            JsonNode ids = chunks.path(i).path("tokens");
            JsonNode weights = chunks.path(i).path("multipliers");
            agree = ids.size() == chunk.ids().length;
            for (int at = 0; agree && at < ids.size(); at++) {
                agree = chunk.ids()[at] == ids.path(at).asInt()
                        && chunk.weights()[at] == weights.path(at).asDouble();
            }
        }
        return agree;
    }

    static Emphasis emphasis(JsonNode goldenCase) {
        String name = goldenCase.path("emphasis").asString().replace(' ', '_');
        return Emphasis.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
