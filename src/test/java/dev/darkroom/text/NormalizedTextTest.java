package dev.darkroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormalizedTextTest {

    @Test
    void runsOfWhiteSpaceAreOneBlank() {
        assertThat(NormalizedText.of("\ta \n\u0085\u00A0\u1680\u2003\u2028\u2029\u202F\u205F\u3000b\r\n"))
                .isEqualTo(" a b ");
    }

    @Test
    void separatorsThatOnlyJavaCallsSpaceStay() {
        String text = "a\u001C\u001D\u001E\u001F\u200B\uFEFF\u180Eb";
        assertThat(NormalizedText.of(text)).isEqualTo(text);
    }

    @Test
    void sigmaAtTheEndOfAWordIsAnOrdinaryOne() {
        assertThat(NormalizedText.of("ΟΔΟΣ")).isEqualTo("οδοσ");
    }

    @Test
    void capitalIWithADotKeepsItsDot() {
        assertThat(NormalizedText.of("İ")).isEqualTo("i\u0307");
    }

    @Test
    void accentsAreComposed() {
        assertThat(NormalizedText.of("E\u0301")).isEqualTo("é");
    }

    @Test
    void ligaturesAndFullWidthLettersStay() {
        assertThat(NormalizedText.of("ﬁａ１")).isEqualTo("ﬁａ１");
    }

    @Test
    void supplementaryLettersAreLowered() {
        assertThat(NormalizedText.of("\uD801\uDC00")).isEqualTo("\uD801\uDC28");
    }
}
