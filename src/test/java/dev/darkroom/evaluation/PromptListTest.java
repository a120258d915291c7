package dev.darkroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.training.world.scene.Curriculum;
import dev.darkroom.training.world.scene.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptListTest {

    private static final List<EvaluationPrompt> FIXED = PromptList.fixed();

    @Test
    void theFixedListHasSeenAndNeverSeenCombinationsOfEveryCurriculum() {
        for (Curriculum curriculum : Curriculum.values()) {
            List<EvaluationPrompt> own = FIXED.stream()
                    .filter(prompt -> prompt.since() == curriculum)
                    .toList();
            long seen = own.stream().filter(EvaluationPrompt::seen).count();

            assertThat(own).as(curriculum.name()).hasSizeGreaterThan(30);
            assertThat((double) seen / own.size()).as(curriculum.name()).isBetween(0.55, 0.7);
        }
        assertThat(FIXED.stream().map(EvaluationPrompt::text)).doesNotHaveDuplicates();
    }

    @Test
    void everyWordIsOneOfTheWorld() {
        for (EvaluationPrompt prompt : FIXED) {
            assertThat(Vocabulary.words())
                    .as(prompt.text())
                    .containsAll(Arrays.asList(prompt.text().split(" ")));
        }
    }

    @Test
    void whatIsSaidStandsInThePrompt() {
        for (EvaluationPrompt prompt : FIXED) {
            Map<String, String> expected = prompt.expected();
            expected.forEach((attribute, label) -> {
                if (attribute.startsWith("colour")
                        || attribute.equals("background") && prompt.text().contains(" background")) {
                    assertThat(prompt.text()).contains(label);
                }
            });
            assertThat(prompt.said()).contains("object");
        }
    }

    @Test
    void aPartOfTheListIsSpreadOverIt() {
        List<EvaluationPrompt> chosen = PromptList.chosen(FIXED, Curriculum.FULL, 20);

        assertThat(chosen).hasSize(20).doesNotHaveDuplicates();
        assertThat(chosen.stream().map(EvaluationPrompt::since).distinct()).hasSize(3);
        assertThat(PromptList.chosen(FIXED, Curriculum.FIRST, 1000))
                .allSatisfy(prompt -> assertThat(prompt.since()).isEqualTo(Curriculum.FIRST));
    }

    @Test
    void ownPromptsAreReadFromLinesOfJson(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("prompts.jsonl"), """
                {"prompt": "two cats", "scene": {"object": "cat", "count": "2"}, "said": ["object", "count"]}

                {"prompt": "a tree", "scene": {"object": "tree"}, "said": ["object"]}
                """);

        assertThat(PromptList.read(file))
                .containsExactly(
                        new EvaluationPrompt(
                                "two cats", Map.of("object", "cat", "count", "2"), Set.of("object", "count")),
                        new EvaluationPrompt("a tree", Map.of("object", "tree"), Set.of("object")));
    }

    @Test
    void aBadLineIsNamed(@TempDir Path folder) throws IOException {
        assertRefused(folder, "{\"prompt\"", "line 1: no JSON");
        assertRefused(
                folder, "{\"prompt\": \"x\", \"scene\": {\"object\": \"unicorn\"}}", "object is 'unicorn'; say one of");
        assertRefused(folder, "{\"prompt\": \"x\", \"scene\": {\"object\": \"cat\"}}", "nothing that can be judged");
        assertRefused(
                folder,
                "{\"prompt\": \"x\", \"scene\": {\"object\": \"cat\"}, \"said\": [\"object2\"]}",
                "has no object2");
        assertRefused(folder, "\n", "has no prompts");
    }

    private static void assertRefused(Path folder, String line, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.jsonl"), line);
        assertThatThrownBy(() -> PromptList.read(file))
                .isInstanceOf(UnusablePromptsException.class)
                .hasMessageContaining(message);
    }
}
