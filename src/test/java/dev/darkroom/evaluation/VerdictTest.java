package dev.darkroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final EvaluationPrompt HEART = new EvaluationPrompt(
            "a blue heart", Map.of("object", "heart", "colour", "blue"), Set.of("object", "colour", "count"));

    private static final EvaluationPrompt PAIR = new EvaluationPrompt(
            "a red apple to the left of a blue star",
            Map.of("object", "apple", "colour", "red", "object2", "star", "colour2", "blue", "relation", "left_of"),
            Set.of("object", "colour", "object2", "colour2", "relation"));

    @Test
    void whatIsNotSaidIsNotJudged() {
        Verdict verdict = Verdict.of(
                HEART, Map.of("object", "heart", "colour", "blue", "count", "1", "background", "black", "mood", "sad"));

        assertThat(verdict.all()).isTrue();
        assertThat(verdict.right()).containsOnlyKeys("object", "colour", "count");
        assertThat(verdict.mistakes()).isEmpty();
    }

    @Test
    void everyMistakeIsNamed() {
        Verdict verdict = Verdict.of(HEART, Map.of("object", "star", "colour", "blue", "count", "3"));

        assertThat(verdict.all()).isFalse();
        assertThat(verdict.right()).containsEntry("object", false).containsEntry("colour", true);
        assertThat(verdict.mistakes()).contains("object star").contains("count 3");
    }

    @Test
    void bothOfAPairHaveToBeRight() {
        Map<String, String> seen = new HashMap<>(PAIR.scene());
        assertThat(Verdict.of(PAIR, seen).all()).isTrue();

        seen.put("colour2", "green");
        Verdict verdict = Verdict.of(PAIR, seen);

        assertThat(verdict.right())
                .containsEntry("object", true)
                .containsEntry("colour", false)
                .containsEntry("position", true);
        assertThat(verdict.mistakes()).isEqualTo("colour2 green");
    }

    @Test
    void thingsTheOtherWayRoundAreInTheWrongPositionOnly() {
        Verdict verdict = Verdict.of(
                PAIR,
                Map.of(
                        "object",
                        "star",
                        "colour",
                        "blue",
                        "object2",
                        "apple",
                        "colour2",
                        "red",
                        "relation",
                        "left_of"));

        assertThat(verdict.right())
                .containsEntry("object", true)
                .containsEntry("colour", true)
                .containsEntry("position", false);
        assertThat(verdict.mistakes()).isEqualTo("exchanged");
    }

    @Test
    void aSingleThingIsNoPair() {
        Verdict verdict = Verdict.of(PAIR, Map.of("object", "apple", "colour", "red", "relation", "none"));

        assertThat(verdict.right()).containsEntry("object", false).containsEntry("position", false);
    }
}
