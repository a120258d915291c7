package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationDraftBuilder;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GenerationRequestBuilder;
import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.pipeline.PromptSettings.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Styles and wildcards. */
class PromptFieldsTest {

    @TempDir
    private Path folder;

    private PromptSettings words;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("animal.txt"), "cat\n\n# no dogs\n owl \nhen\nfox\nbee\n");
        Files.createDirectory(folder.resolve("sky"));
        Files.writeString(folder.resolve("sky/time.txt"), "a __animal__ at night");
        Files.writeString(folder.resolve("endless.txt"), "on and __endless__");
        Files.writeString(folder.resolve("empty.txt"), "# nothing\n");
        Files.write(folder.resolve("latin.txt"), new byte[] {(byte) 0xE4, 'h', '\n'});
        words = new PromptSettings(
                Map.of(
                        "crayon", new Style("{prompt}, drawn with crayons", "photo"),
                        "night", new Style("at night", "sunny"),
                        "frame", new Style("a picture of {prompt} in a frame, {prompt}", "")),
                folder);
    }

    private GenerationRequest filled(GenerationRequest request, GenerationDraft draft) {
        FieldCheck check = new FieldCheck();
        PromptFields fields =
                new PromptFields(RequestLimits.defaults(), new Styles(words), new Wildcards(words), check);
        GenerationRequest styled = GenerationRequestBuilder.builder(request)
                .prompt(fields.prompt(draft, true))
                .negativePrompt(fields.negativePrompt(draft))
                .build();
        GenerationRequest filled = fields.chosen(styled, draft);
        check.orThrow();
        return filled;
    }

    private GenerationRequest filled(String prompt, long seed, int count) {
        return filled(
                PipelineFixture.request("euler", seed, count),
                GenerationDraftBuilder.builder().prompt(prompt).build());
    }

    private void refused(String prompt, String message) {
        Assertions.assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> filled(prompt, 1, 1))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a cat      | blurry | crayon       | a cat, drawn with crayons                     | blurry, photo",
                "a cat      | ''     | night        | a cat, at night                               | sunny",
                "' a cat '  | ''     | night,crayon | a cat, at night, drawn with crayons           | sunny, photo",
                "a cat      | ''     | frame        | 'a picture of a cat in a frame, a cat'        | ''",
                "''         | ''     | night        | at night                                      | sunny"
            })
    void stylesArePutIntoThePrompts(String prompt, String negative, String styles, String expected, String without) {
        GenerationDraft draft = GenerationDraftBuilder.builder()
                .prompt(prompt)
                .negativePrompt(negative)
                .styles(List.of(styles.split(",")))
                .build();
        GenerationRequest filled = filled(PipelineFixture.request("euler", 1, 1), draft);
        assertThat(filled.prompt()).isEqualTo(expected);
        assertThat(filled.negativePrompt()).isEqualTo(without);
    }

    @Test
    void unknownStyleNamesTheNearOnes() {
        GenerationDraft draft = GenerationDraftBuilder.builder()
                .prompt("a cat")
                .styles(List.of("crayons"))
                .build();
        Assertions.assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> filled(PipelineFixture.request("euler", 1, 1), draft))
                .withMessage("styles: there is no style \"crayons\"; did you mean crayon?;"
                        + " GET /api/v1/styles lists them all");
    }

    @Test
    void wildcardBecomesALineThatTheSeedChooses() {
        assertThat(filled("a __animal__", 5, 1).prompt())
                .isEqualTo(filled("a __animal__", 5, 1).prompt())
                .matches("a (cat|owl|hen|fox|bee)");
        List<String> many = filled("a __animal__", 100, 16).imagePrompts();
        assertThat(many).hasSize(16);
        assertThat(many.stream().distinct()).hasSizeGreaterThan(2);
        assertThat(filled("a __sky/time__", 5, 1).prompt()).matches("a a (cat|owl|hen|fox|bee) at night");
    }

    @Test
    void pictureIOfARequestHasThePromptOfItsOwnSeed() {
        GenerationRequest together = filled("__animal__ and __animal__", 100, 5);
        for (int i = 0; i < 5; i++) {
            assertThat(together.promptOf(i))
                    .isEqualTo(filled("__animal__ and __animal__", 100 + i, 1).prompt());
            assertThat(together.alone(i).prompt()).isEqualTo(together.promptOf(i));
        }
    }

    @Test
    void whatWasChosenStaysWhenItIsFilledInAgain() throws IOException {
        GenerationRequest first = filled("a __animal__", 100, 4);
        Files.writeString(folder.resolve("animal.txt"), "whale");
        GenerationRequest again = filled(first, RequestDraft.of(first));
        assertThat(again).isEqualTo(first);
    }

    @Test
    void textThatIsNoWildcardStays() {
        for (String text : List.of("a_b", "__", "____", "__ __", "snake__case", "__init__ x".replace("__", "_"))) {
            assertThat(filled(text + " x", 1, 1).prompt()).isEqualTo(text + " x");
        }
    }

    @Test
    void wildcardThatCannotBeUsedIsAnErrorThatSaysSo() {
        refused("a __animals__", "did you mean animal?");
        refused("a __../secret__ b __/etc/passwd__ __sky/../nothing__", "there is no wildcard \"__sky/../nothing__\"");
        refused("__endless__", "names itself");
        refused("__empty__", "has no line");
        refused("__latin__", "has no line that can be read");
    }

    @Test
    void longTextNeedsNoDeepStack() {
        for (String text : List.of("__" + "a ".repeat(4500), "__" + "a_".repeat(4500), "_".repeat(9000))) {
            assertThat(filled(text, 1, 1).prompt()).isEqualTo(text);
        }
    }

    @Test
    void fileOutsideOfTheFolderIsNoWildcard() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        words = new PromptSettings(Map.of(), inner);
        refused("__sub/../../animal__", "there is no wildcard");
    }

    @Test
    void withoutAFolderNothingIsAWildcard() {
        words = PromptSettings.none();
        assertThat(filled("a __animal__", 1, 1).prompt()).isEqualTo("a __animal__");
    }

    @Test
    void numberOfPromptsMustBeThatOfThePictures() {
        GenerationDraft draft = GenerationDraftBuilder.builder()
                .imagePrompts(List.of("a cat", "a dog"))
                .build();
        assertThat(PromptFields.count(draft)).isEqualTo(2);
        GenerationRequest two = filled(PipelineFixture.request("euler", 1, 2), draft);
        assertThat(two.prompt()).isEqualTo("a cat");
        assertThat(two.promptOf(1)).isEqualTo("a dog");
        Assertions.assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> filled(PipelineFixture.request("euler", 1, 3), draft))
                .withMessageContaining("2 prompts for 3 pictures");
    }
}
