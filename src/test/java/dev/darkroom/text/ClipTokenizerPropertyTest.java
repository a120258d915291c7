package dev.darkroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.golden.GoldenFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClipTokenizerPropertyTest {

    private static final Path FOLDER = GoldenFolder.family("tokenizer").path().resolve("tiny");

    private final Vocabulary vocabulary = Vocabulary.read(FOLDER);
    private final ClipTokenizer tokenizer = ClipTokenizer.read(FOLDER);
    private final int start = vocabulary.id("<|startoftext|>");
    private final int end = vocabulary.id("<|endoftext|>");

    @Property
    void everyTextGivesAFullRowThatStartsAndEnds(@ForAll("texts") String text) {
        int[] row = tokenizer.tokenize(text).ids();
        int[] ids = tokenizer.ids(text);
        int fitting = Math.min(ids.length, tokenizer.maxLength() - 2);
        assertThat(row).hasSize(tokenizer.maxLength()).startsWith(start);
        assertThat(Arrays.copyOfRange(row, 1, 1 + fitting)).isEqualTo(Arrays.copyOf(ids, fitting));
        assertThat(Arrays.stream(row).skip(1L + fitting)).containsOnly(end);
    }

    @Property
    void wordsAreLeftOutExactlyWhenIdsAre(@ForAll("texts") String text) {
        TokenizedPrompt row = tokenizer.tokenize(text);
        assertThat(row.truncated()).isEqualTo(tokenizer.ids(text).length > tokenizer.maxLength() - 2);
    }

    /** Words left out are normalised already; a few characters change again when that is done twice. */
    @Property
    void leftOutWordsEndTheText(@ForAll("texts") String text) {
        String once = NormalizedText.of(text);
        Assume.that(NormalizedText.of(once).equals(once));
        int[] ids = tokenizer.ids(text);
        int[] leftOut = tokenizer.ids(tokenizer.tokenize(text).leftOut());
        assertThat(leftOut.length).isLessThanOrEqualTo(ids.length);
        assertThat(Arrays.copyOfRange(ids, ids.length - leftOut.length, ids.length))
                .isEqualTo(leftOut);
    }

    @Property
    void idsAreThoseOfTheNaiveAlgorithm(@ForAll("words") String word) {
        int[] symbols = tokenizer.ids(word);
        assertThat(symbols).isEqualTo(new NaiveBytePairs(vocabulary).encode(word));
    }

    @Property
    void idsLieWithinTheVocabulary(@ForAll("texts") String text) {
        assertThat(IntStream.of(tokenizer.ids(text))).allMatch(id -> id >= 0 && id <= end);
    }

    /** UTF-16 of all kinds, halves of surrogate pairs too, with words and special tokens strewn in. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.chars().range('\0', '\uFFFF').map(String::valueOf),
                        Arbitraries.chars().range('\uD800', '\uDFFF').map(String::valueOf),
                        Arbitraries.integers()
                                .between(0, Character.MAX_CODE_POINT)
                                .map(Character::toString),
                        Arbitraries.of(
                                "the cat", " ", "'s", "!", "<|endoftext|>", "<|StartOfText|>", "\u0130", "e\u0301"))
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("acehinrt").ofMinLength(1).ofMaxLength(40);
    }
}
