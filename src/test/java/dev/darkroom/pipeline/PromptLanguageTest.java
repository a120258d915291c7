package dev.darkroom.pipeline;

import static dev.darkroom.pipeline.PipelineFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GenerationRequestBuilder;
import dev.darkroom.generation.Hires;
import dev.darkroom.generation.PromptLanguage;
import dev.darkroom.generation.Size;
import dev.darkroom.generation.Upscaler;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the prompt language does to the pictures of the embedded model, whose chunks hold 30 tokens. */
class PromptLanguageTest {

    private static final String CIRCLE = "a red circle";
    private static final String SMILEY = "a smiley face";

    @TempDir
    static Path scratch;

    private static PipelineFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new PipelineFixture(scratch, null);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        fixture.close();
    }

    private static GenerationRequest prompt(String sampler, String prompt) {
        return GenerationRequestBuilder.builder(request(sampler, 11, 1))
                .size(new Size(64, 64))
                .prompt(prompt)
                .build();
    }

    private static Generation draw(GenerationRequest request) {
        return fixture.pipeline().generate(request, GenerationMonitor.none());
    }

    @Test
    void wordsThatTheModelHasNeverSeenAreNamed() {
        assertThat(draw(prompt("euler", "a (red:1.2) Dragon AND a [bicycle:circle:0.5], best quality"))
                        .warnings())
                .singleElement()
                .asString()
                .startsWith("prompt: the model has never seen: dragon, bicycle; it draws its best guess");
        assertThat(draw(prompt("euler", "two (Red:1.2) circles BREAK a smiley face"))
                        .warnings())
                .isEmpty();
    }

    private static byte[] bytes(String prompt) {
        return draw(prompt("euler", prompt)).images().get(0).bytes();
    }

    private static List<float[]> answers(GenerationRequest request) {
        RecordingMonitor monitor = new RecordingMonitor();
        fixture.pipeline().generate(request, monitor);
        return monitor.records().get(0);
    }

    private static int equalAnswers(List<float[]> some, List<float[]> others) {
        int equal = 0;
        while (equal < Math.min(some.size(), others.size()) && Arrays.equals(some.get(equal), others.get(equal))) {
            equal++;
        }
        return equal;
    }

    @Test
    void promptWithoutSpecialCharactersIsTheSameInBothLanguages() {
        GenerationRequest webui = prompt("euler", "a smiley face, it's happy - 100 %");
        GenerationRequest plain = GenerationRequestBuilder.builder(webui)
                .language(PromptLanguage.plain())
                .build();
        assertThat(answers(webui)).containsExactlyElementsOf(answers(plain));
        assertThat(draw(webui).warnings())
                .isEqualTo(draw(plain).warnings())
                .singleElement()
                .asString()
                .startsWith("prompt: the model has never seen: it, s, 100;");
    }

    /** Six steps; the first text is seen once more than its border says, and a step of Heun's has two calls. */
    @ParameterizedTest
    @CsvSource({
        "euler, 3, 4",
        "euler, 0.5, 4",
        "euler, 0, 0",
        "euler, 1, 2",
        "heun, 3, 4",
        "heun, 0.5, 7",
        "dpmpp_2m, 2, 3"
    })
    void textChangesAtItsCall(String sampler, String border, int callsOfTheFirst) {
        List<float[]> first = answers(prompt(sampler, CIRCLE));
        List<float[]> edited = answers(prompt(sampler, "[" + CIRCLE + ":" + SMILEY + ":" + border + "]"));
        assertThat(edited).hasSameSizeAs(first);
        assertThat(equalAnswers(edited, first)).isEqualTo(callsOfTheFirst);
    }

    /** Six calls of the first pass, then those of the second; 1.5 is its middle. */
    @Test
    void secondPassHasBordersOfItsOwn() {
        List<float[]> first = answers(twoPasses(CIRCLE));
        List<float[]> edited = answers(twoPasses("[" + CIRCLE + ":" + SMILEY + ":1.5]"));
        assertThat(first).hasSize(12);
        assertThat(equalAnswers(edited, first)).isEqualTo(6 + 4);
    }

    private static GenerationRequest twoPasses(String prompt) {
        return GenerationRequestBuilder.builder(prompt("euler", prompt))
                .size(new Size(64, 64))
                .hires(new Hires(new Size(128, 128), Upscaler.values()[0], 6, 1))
                .build();
    }

    @Test
    void bracketsWithoutEndLeaveFiniteNumbers() {
        assertThat(bytes("(".repeat(4000) + SMILEY)).isNotEmpty();
    }

    @Test
    void turnsBeginWithTheFirstTwice() {
        List<float[]> turns = answers(prompt("euler", "[" + CIRCLE + "|" + SMILEY + "]"));
        assertThat(equalAnswers(turns, answers(prompt("euler", CIRCLE)))).isEqualTo(2);
        assertThat(answers(prompt("euler", "[" + CIRCLE + "|" + CIRCLE + "]")))
                .containsExactlyElementsOf(answers(prompt("euler", CIRCLE)));
    }

    @Test
    void runThatGoesOnAfterACrashIsAtTheSameText() {
        GenerationRequest request = prompt("heun", "[" + CIRCLE + ":" + SMILEY + ":0.5]");
        List<float[]> whole = answers(request);
        RecordingMonitor interrupted = new RecordingMonitor(java.util.Map.of(), 5);
        assertThatThrownBy(() -> fixture.pipeline().generate(request, interrupted))
                .isInstanceOf(GenerationCancelledException.class);
        RecordingMonitor resumed = new RecordingMonitor(interrupted.records(), Integer.MAX_VALUE);
        fixture.pipeline().generate(request, resumed);
        assertThat(resumed.records().get(0)).containsExactlyElementsOf(whole.subList(5, whole.size()));
    }

    @Test
    void halvesOfACompositionOfEqualPromptsAreTheWhole() {
        List<float[]> whole = answers(prompt("euler", SMILEY));
        List<float[]> halves = answers(prompt("euler", SMILEY + " :0.5 AND " + SMILEY + " :0.5"));
        for (int i = 0; i < whole.size(); i++) {
            assertThat(halves.get(i)).containsExactly(whole.get(i), org.assertj.core.data.Offset.offset(2e-3f));
        }
        assertThat(bytes(CIRCLE + " AND " + SMILEY)).isNotEqualTo(bytes(CIRCLE));
    }

    @Test
    void promptsOfDifferentLengthsAreDrawnTogether() {
        String longer = SMILEY + ", a sun".repeat(30);
        Generation drawn = draw(prompt("euler", longer + " AND " + CIRCLE));
        assertThat(drawn.warnings()).isEmpty();
        assertThat(bytes("[" + CIRCLE + ":" + longer + ":3]")).isNotEqualTo(bytes(CIRCLE));
    }

    @Test
    void weightsChangeThePictureAndCanBeSwitchedOff() {
        GenerationRequest weighted = prompt("euler", "a (red:1.5) circle");
        GenerationRequest ignored = GenerationRequestBuilder.builder(weighted)
                .language(new PromptLanguage(
                        dev.darkroom.generation.PromptSyntax.WEBUI, dev.darkroom.generation.Emphasis.IGNORE))
                .build();
        assertThat(answers(ignored)).containsExactlyElementsOf(answers(prompt("euler", CIRCLE)));
        assertThat(answers(weighted).get(0))
                .isNotEqualTo(answers(prompt("euler", CIRCLE)).get(0));
    }

    @Test
    void slipsAndTagsAreToldOnce() {
        Generation drawn = draw(prompt("euler", "a smiley face :) <lora:shiny:0.8> # and a remark"));
        assertThat(drawn.warnings())
                .hasSize(2)
                .anySatisfy(
                        warning -> assertThat(warning).startsWith("prompt: ").contains("<lora:shiny:0.8>"))
                .anySatisfy(warning -> assertThat(warning).contains("closing bracket"));
        assertThat(drawn.images().get(0).bytes()).isNotEmpty();
    }

    @Test
    void promptOfTooManyTextsFailsInWords() {
        String turns = "[" + "a|b|c|d|e|f|g|h|i|j|k|l|m|n|o" + "] ";
        GenerationRequest request = prompt("euler", turns + "word ".repeat(2800));
        assertThatThrownBy(() -> draw(request))
                .isInstanceOfSatisfying(
                        GenerationFailedException.class,
                        failure -> assertThat(failure.problem()).isEqualTo("prompt-too-large"))
                .hasMessageContaining("Make it shorter");
    }
}
