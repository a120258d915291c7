package dev.darkroom.text.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxSlipTest {

    @ParameterizedTest
    @CsvSource({
        "(a, UNCLOSED",
        "[a, UNCLOSED",
        "a), UNOPENED",
        "smile :), UNOPENED",
        "a:1.5), UNOPENED",
        "(a:1.2.3), BAD_WEIGHT",
        "(a:.), BAD_WEIGHT"
    })
    void whatDoesNotFollowTheRulesIsNamed(String text, SyntaxSlip slip) {
        assertThat(Attention.slips(text)).containsExactly(slip);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a cat", "(a:1.2)", "[(a)]", "\\(a\\)", "a: b", "(a:b)", "a BREAK b", ""})
    void whatFollowsThemIsNot(String text) {
        assertThat(Attention.slips(text)).isEmpty();
    }

    /** The reference stops with an error on these. */
    @Test
    void weightThatIsNoNumberIsText() {
        assertThat(Attention.parse("(a:1.2.3)")).containsExactly(new WeightedText("a:1.2.3", 1.1));
    }

    @Test
    void barOutsideOfBracketsMakesAllOfItText() {
        PromptSchedule schedule = PromptSchedule.parse("[a:b:3] | c", Timeline.of(10));
        assertThat(schedule.slip()).contains(SyntaxSlip.LOOSE_BAR);
        assertThat(schedule.entries()).containsExactly(new PromptSchedule.Entry(10, "[a:b:3] | c"));
        assertThat(PromptSchedule.parse("a \\", Timeline.of(10)).slip()).contains(SyntaxSlip.LAST_BACKSLASH);
        assertThat(PromptSchedule.parse("[a|b]", Timeline.of(10)).slip()).isEmpty();
    }
}
