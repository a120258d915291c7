package dev.darkroom.text.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every text of the reference, read as the reference reads it. */
class PromptGoldenTest {

    private static final GoldenFolder FAMILY = GoldenFolder.family("prompt");

    @Test
    void attention() {
        check("attention", goldenCase -> {
            List<List<Object>> parts = Attention.parse(text(goldenCase)).stream()
                    .map(part -> List.<Object>of(part.text(), part.weight()))
                    .toList();
            return parts.equals(pairs(goldenCase.path("parts")));
        });
    }

    @Test
    void schedules() {
        check("schedules", goldenCase -> {
            int steps = goldenCase.path("steps").asInt();
            boolean old = goldenCase.path("old_timelines").asBoolean();
            Timeline timeline = goldenCase.path("hires_steps").isNull() || old
                    ? new Timeline(steps, 0, old)
                    : Timeline.secondPass(steps, goldenCase.path("hires_steps").asInt());
            List<PromptSchedule.Entry> expected = new ArrayList<>();
            goldenCase
                    .path("schedule")
                    .forEach(entry -> expected.add(new PromptSchedule.Entry(
                            entry.path(0).asInt(), entry.path(1).asString())));
            return PromptSchedule.parse(text(goldenCase), timeline).entries().equals(expected);
        });
    }

    @Test
    void compositions() {
        check("compositions", goldenCase -> {
            List<Composition.Part> parts = Composition.parse(text(goldenCase));
            List<String> distinct =
                    parts.stream().map(Composition.Part::prompt).distinct().toList();
            return parts.stream()
                            .map(part -> List.<Object>of(part.prompt(), part.weight()))
                            .toList()
                            .equals(pairs(goldenCase.path("parts")))
                    && distinct.equals(strings(goldenCase.path("distinct_prompts")));
        });
    }

    @Test
    void comments() {
        check(
                "comments",
                goldenCase -> Comments.strip(text(goldenCase))
                        .equals(goldenCase.path("prompt").asString()));
    }

    @Test
    void extraNetworks() {
        check("extra_networks", goldenCase -> {
            ExtraNetwork.Parsed parsed = ExtraNetwork.parse(text(goldenCase));
            return parsed.prompt().equals(goldenCase.path("prompt").asString())
                    && networksAgree(byType(parsed.networks()), goldenCase.path("networks"))
                    && lorasAgree(parsed.networks(), goldenCase);
        });
    }

    /** The reference keeps one list for each type. */
    private static List<ExtraNetwork> byType(List<ExtraNetwork> networks) {
        return networks.stream()
                .collect(Collectors.groupingBy(ExtraNetwork::type, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static boolean networksAgree(List<ExtraNetwork> networks, JsonNode expected) {
        boolean agree = networks.size() == expected.size();
        for (int i = 0; agree && i < networks.size(); i++) {
            ExtraNetwork network = networks.get(i);
            JsonNode wanted = expected.path(i);
            Map<String, String> named = new LinkedHashMap<>();
            wanted.path("named")
                    .properties()
                    .forEach(entry -> named.put(entry.getKey(), entry.getValue().asString()));
            agree = network.type().equals(wanted.path("type").asString())
                    && network.arguments().equals(strings(wanted.path("arguments")))
                    && network.positional().equals(strings(wanted.path("positional")))
                    && network.named().equals(named);
        }
        return agree;
    }

    private static boolean lorasAgree(List<ExtraNetwork> networks, JsonNode goldenCase) {
        List<Optional<LoraTag>> tags = networks.stream()
                .filter(network -> network.type().equals("lora"))
                .map(LoraTag::of)
                .toList();
        if (goldenCase.has("lora_error")) {
            return tags.stream().anyMatch(Optional::isEmpty);
        }
        JsonNode expected = goldenCase.path("lora");
        boolean agree = tags.size() == expected.size();
        for (int i = 0; agree && i < tags.size(); i++) {
            LoraTag tag = tags.get(i).orElseThrow();
            JsonNode wanted = expected.path(i);
            JsonNode rank = wanted.path("rank");
            agree = tag.name().equals(wanted.path("name").asString())
                    && tag.textEncoder() == wanted.path("text_encoder").asDouble()
                    && tag.unet() == wanted.path("unet").asDouble()
                    && (rank.isNull() ? tag.rank().isEmpty() : tag.rank().orElseThrow() == rank.asInt());
        }
        return agree;
    }

    private static void check(String file, Predicate<JsonNode> right) {
        GoldenReport report = new GoldenReport("prompt, " + file);
        if (report.present(FAMILY, file + ".json")) {
            for (JsonNode goldenCase : FAMILY.cases(file + ".json")) {
                String id = goldenCase.path("id").asString();
                try {
                    report.check(id, right.test(goldenCase));
                } catch (RuntimeException failure) {
                    report.failed(id, failure);
                }
            }
        }
        report.print();
        assertThat(report.failures()).isEmpty();
    }

    private static String text(JsonNode goldenCase) {
        return goldenCase.path("text").asString();
    }

    private static List<List<Object>> pairs(JsonNode array) {
        List<List<Object>> pairs = new ArrayList<>();
        array.forEach(
                pair -> pairs.add(List.of(pair.path(0).asString(), pair.path(1).asDouble())));
        return pairs;
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(value -> strings.add(value.asString()));
        return strings;
    }
}
