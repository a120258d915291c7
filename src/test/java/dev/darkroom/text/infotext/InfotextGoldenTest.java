package dev.darkroom.text.infotext;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Parameters as the reference reads and writes them. */
class InfotextGoldenTest {

    private static final GoldenFolder FAMILY = GoldenFolder.family("prompt");
    private static final String FILE = "infotexts.json";

    /** Names of what a request of the fixtures asks for, in any order: the order is the writer's. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("vae", "VAE"),
            Map.entry("vae_hash", "VAE hash"),
            Map.entry("steps", "Steps"),
            Map.entry("sampler", "Sampler"),
            Map.entry("scheduler", "Schedule type"),
            Map.entry("cfg_scale", "CFG scale"),
            Map.entry("seed", "Seed"),
            Map.entry("model_hash", "Model hash"),
            Map.entry("model", "Model"),
            Map.entry("clip_skip", "Clip skip"),
            Map.entry("subseed", "Variation seed"),
            Map.entry("subseed_strength", "Variation seed strength"),
            Map.entry("denoising", "Denoising strength"),
            Map.entry("ensd", "ENSD"),
            Map.entry("rng", "RNG"),
            Map.entry("restore_faces", "Face restoration"),
            Map.entry("token_merging", "Token merging ratio"),
            Map.entry("version", "Version"),
            Map.entry("user", "User"));

    @Test
    void textsAreReadAndWrittenAsTheReferenceDoesIt() {
        GoldenReport report = new GoldenReport("prompt, infotexts");
        if (report.present(FAMILY, FILE)) {
            JsonNode document = FAMILY.json(FILE);
            document.path("cases").forEach(goldenCase -> read(report, goldenCase));
            document.path("written").forEach(goldenCase -> written(report, goldenCase));
            document.path("quote").forEach(goldenCase -> quote(report, goldenCase));
        }
        report.print();
        assertThat(report.failures()).isEmpty();
    }

    private static void read(GoldenReport report, JsonNode goldenCase) {
        Infotext read = Infotext.read(goldenCase.path("text").asString());
        Map<String, String> fields = new LinkedHashMap<>();
        goldenCase
                .path("fields")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        report.check(
                goldenCase.path("id").asString(),
                read.prompt().equals(goldenCase.path("prompt").asString())
                        && read.negativePrompt()
                                .equals(goldenCase.path("negative_prompt").asString())
                        && read.fields().equals(fields));
    }

    private static void written(GoldenReport report, JsonNode goldenCase) {
        JsonNode request = goldenCase.path("request");
        Map<String, String> fields = new LinkedHashMap<>();
        NAMES.forEach((key, name) -> {
            if (request.hasNonNull(key)) {
                fields.put(name, request.path(key).asString());
            }
        });
        fields.put(
                "Size",
                request.path("width").asInt() + "x" + request.path("height").asInt());
        if (!request.has("version")) {
            fields.put("Version", "v1.10.1");
        }
        if (request.path("tiling").asBoolean(false)) {
            fields.put("Tiling", "True");
        }
        if (request.has("resize_from")) {
            JsonNode from = request.path("resize_from");
            fields.put(
                    "Seed resize from",
                    from.path(0).asInt() + "x" + from.path(1).asInt());
        }
        List<Map.Entry<String, JsonNode>> extra =
                new ArrayList<>(request.path("extra").properties());
        extra.forEach(field -> {
            if (!field.getValue().isNull()) {
                fields.put(field.getKey(), field.getValue().asString());
            }
        });
        Infotext text = new Infotext(
                request.path("prompt").asString(),
                request.path("negative_prompt").asString(),
                fields);
        report.check(
                goldenCase.path("id").asString(),
                text.write().equals(goldenCase.path("text").asString()));
    }

    private static void quote(GoldenReport report, JsonNode goldenCase) {
        String value = goldenCase.path("value").asString();
        String quoted = goldenCase.path("quoted").asString();
        report.check(
                "quote " + value,
                Quotation.quoted(value).equals(quoted)
                        && Quotation.unquoted(quoted)
                                .equals(goldenCase.path("unquoted_again").asString()));
    }
}
