package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class UnknownWordsTest {

    private static final Set<String> KNOWN = Set.of("a", "red", "cat", "2", "cats", "ice", "cream");

    @Test
    void wordsAreKnownHoweverTheyAreWritten() {
        assertThat(reading("A red Cat, 2 CATS; ice-cream!").warning()).isEmpty();
    }

    @Test
    void unknownOnesAreNamedOnceInTheirOrder() {
        UnknownWords words = reading("a dragon on a red bicycle");
        words.read("the dragon");

        assertThat(words.warning())
                .hasValue("the model has never seen: dragon, on, bicycle, the; it draws its best guess."
                        + " /api/v1/models lists the words it knows");
    }

    @Test
    void weightsAreNoWords() {
        UnknownWords words = new UnknownWords(KNOWN);
        words.readWeighted("a (red:1.37) [cat] BREAK ((dragon))");

        assertThat(words.warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("seen: dragon;"));
    }

    @Test
    void manyAreCounted() {
        assertThat(reading("b c d e f g h i j k l m n o").warning())
                .hasValueSatisfying(
                        warning -> assertThat(warning).contains("b, c, d, e, f, g, h, i, j, k, l, m and 2 more;"));
    }

    @Test
    void aModelThatDoesNotSayKnowsEverything() {
        UnknownWords words = new UnknownWords(Set.of());
        words.read("a dragon");

        assertThat(words.warning()).isEmpty();
    }

    private static UnknownWords reading(String text) {
        UnknownWords words = new UnknownWords(KNOWN);
        words.read(text);
        return words;
    }
}
