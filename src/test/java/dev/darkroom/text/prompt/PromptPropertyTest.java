package dev.darkroom.text.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every text, however odd. */
class PromptPropertyTest {

    private static final int TRIES = 300;

    /** Pieces of the language in any order: most of them do not fit together. */
    @Provide
    Arbitrary<String> oddPrompts() {
        return Arbitraries.of(
                        "(",
                        ")",
                        "[",
                        "]",
                        ":",
                        "|",
                        "\\",
                        "<",
                        ">",
                        "#",
                        "\n",
                        " ",
                        "AND",
                        "BREAK",
                        "a",
                        "cat",
                        "0.5",
                        "3",
                        "1.2.3",
                        ".",
                        "lora",
                        "=",
                        "ß",
                        "猫",
                        "\uD83D\uDE00",
                        "\uD83D",
                        "\u00A0",
                        "\u0663")
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> plainPrompts() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars(' ', ',', '.', '-', '\'', '猫')
                .ofMaxLength(80);
    }

    @Property(tries = TRIES)
    void noTextIsAnError(@ForAll("oddPrompts") String text, @ForAll @IntRange(min = 1, max = 40) int steps) {
        PromptSchedule schedule = PromptSchedule.parse(text, Timeline.of(steps));
        assertThat(schedule.entries())
                .isNotEmpty()
                .extracting(PromptSchedule.Entry::until)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(schedule.entries().get(schedule.entries().size() - 1).until())
                .isEqualTo(steps);
        schedule.entries()
                .forEach(entry -> assertThat(Attention.parse(entry.text()))
                        .isNotEmpty()
                        .allSatisfy(part -> assertThat(part.weight()).isFinite()));
        assertThat(Composition.parse(text)).isNotEmpty();
        assertThat(ExtraNetwork.parse(text).prompt()).hasSizeLessThanOrEqualTo(text.length());
        ExtraNetwork.parse(text).networks().forEach(LoraTag::of);
        assertThat(Comments.strip(text)).doesNotContain("#");
    }

    @Property(tries = TRIES)
    void textWithoutSpecialCharactersIsItself(@ForAll("plainPrompts") String text) {
        assertThat(Attention.parse(text)).containsExactly(new WeightedText(text, 1));
        assertThat(PromptSchedule.parse(text, Timeline.of(20)).entries())
                .containsExactly(new PromptSchedule.Entry(20, text));
        assertThat(Composition.parse(text))
                .singleElement()
                .satisfies(part -> assertThat(part.prompt()).isEqualTo(text.stripTrailing()));
        assertThat(ExtraNetwork.parse(text).prompt()).isEqualTo(text);
        assertThat(Comments.strip(text)).isEqualTo(text);
    }

    @Property(tries = TRIES)
    void whatIsEscapedIsItself(@ForAll("oddPrompts") String text) {
        String escaped = text.replaceAll("[\\\\()\\[\\]]", "\\\\$0")
                .replace("BREAK", "break")
                .replace(":", ";");
        assertThat(Attention.parse(escaped).stream().map(WeightedText::text).collect(Collectors.joining()))
                .isEqualTo(text.replace("BREAK", "break").replace(":", ";"));
    }

    @Property(tries = TRIES)
    void everyCallHasAText(@ForAll("oddPrompts") String text, @ForAll @IntRange(min = 0, max = 100) int call) {
        PromptSchedule schedule = PromptSchedule.parse(text, Timeline.of(30));
        assertThat(schedule.at(call)).isBetween(0, schedule.entries().size() - 1);
    }

    @Property(tries = 20)
    void deepNestingNeedsNoDeepStack(@ForAll @IntRange(min = 4000, max = 5000) int depth) {
        for (String opener : List.of("(", "[", "[a:", "[a|")) {
            assertThat(PromptSchedule.parse(opener.repeat(depth), Timeline.of(4))
                            .entries())
                    .isNotEmpty();
        }
        String nested = "[a:".repeat(depth) + "b" + ":2]".repeat(depth);
        assertThat(PromptSchedule.parse(nested, Timeline.of(4)).entries())
                .containsExactly(new PromptSchedule.Entry(2, "a"), new PromptSchedule.Entry(4, "b"));
        assertThat(Attention.parse("(".repeat(depth) + "a")).hasSize(1);
    }
}
