package dev.darkroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipTokenizerTest {

    private static final int CAT = TinyTokenizer.CAT;
    private static final int DOG = TinyTokenizer.DOG;
    private static final int START = TinyTokenizer.START;
    private static final int END = TinyTokenizer.END;

    @TempDir
    private Path folder;

    private ClipTokenizer tokenizer;

    @BeforeEach
    void read() {
        tokenizer = TinyTokenizer.in(folder).read();
    }

    @Test
    void rowHasStartIdsEndAndPadding() {
        assertThat(tokenizer.tokenize("cat dog").ids()).containsExactly(START, CAT, DOG, END, END, END, END, END);
    }

    @Test
    void emptyTextIsStartEndAndPadding() {
        TokenizedPrompt row = tokenizer.tokenize("");
        assertThat(row.ids()).containsExactly(START, END, END, END, END, END, END, END);
        assertThat(row.truncated()).isFalse();
    }

    @Test
    void textThatJustFitsIsNotTruncated() {
        TokenizedPrompt row = tokenizer.tokenize("cat dog cat dog cat dog");
        assertThat(row.ids()).containsExactly(START, CAT, DOG, CAT, DOG, CAT, DOG, END);
        assertThat(row.leftOut()).isEmpty();
    }

    @Test
    void leftOutAreTheWordsAfterTheLastThatFits() {
        TokenizedPrompt row = tokenizer.tokenize("cat dog cat dog cat dog, Cat  and dog.");
        assertThat(row.ids()).containsExactly(START, CAT, DOG, CAT, DOG, CAT, DOG, END);
        assertThat(row.leftOut()).isEqualTo(", cat and dog.");
    }

    @Test
    void wordCutInTheMiddleCountsAsLeftOut() {
        TokenizedPrompt row = tokenizer.tokenize("cat dog cat dog bird cat");
        assertThat(row.ids())
                .startsWith(START, CAT, DOG, CAT, DOG)
                .endsWith(END)
                .hasSize(8);
        assertThat(row.leftOut()).isEqualTo("bird cat");
    }

    @Test
    void specialTokensThatDoNotFitAreLeftOutAsWritten() {
        assertThat(tokenizer
                        .tokenize("cat dog cat dog cat dog <|endoftext|>cat")
                        .leftOut())
                .isEqualTo("<|endoftext|>cat");
    }

    @Test
    void shorterRowsCanBeAskedFor() {
        assertThat(tokenizer.tokenize("cat dog cat", 4).ids()).containsExactly(START, CAT, DOG, END);
        assertThat(tokenizer.tokenize("cat dog cat", 4).leftOut()).isEqualTo("cat");
    }

    @Test
    void repeatedWordsHaveTheSameIds() {
        assertThat(tokenizer.ids("bird bird")).hasSize(8);
        int[] ids = tokenizer.ids("bird bird");
        assertThat(IntStream.range(0, 4)).allMatch(i -> ids[i] == ids[i + 4]);
    }

    @Test
    void halvesOfSurrogatePairsAreTheReplacementCharacter() {
        for (String broken : List.of("cat \uD83D dog", "cat \uDE00 dog")) {
            assertThat(tokenizer.ids(broken)).isEqualTo(tokenizer.ids("cat \uFFFD dog"));
        }
        assertThat(tokenizer.ids("\uDE00\uD83D")).isEqualTo(tokenizer.ids("\uFFFD\uFFFD"));
    }

    @Test
    void veryLongPieceIsEncodedWhole() {
        assertThat(tokenizer.ids("x".repeat(100_000))).hasSize(100_000);
    }

    @Test
    void answersAreTheSameOnManyThreads() {
        int[] expected = tokenizer.ids("cat bird dog fish");
        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> tokenizer.ids("cat bird dog fish")))
                .allSatisfy(ids -> assertThat(ids).isEqualTo(expected));
    }
}
