package dev.darkroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PieceCutterTest {

    private final PieceCutter cutter =
            new PieceCutter(new SpecialTokens(Map.of("!", 0)), new SpecialTokens(Map.of("<|end|>", 9, "<|end|>s", 8)));

    @Test
    void contractionsAreCutOffWhereTheApostropheIsPlain() {
        assertThat(texts("it's we're it’s")).containsExactly("it", "'s", "we", "'re", "it", "’", "s");
    }

    @Test
    void digitsStandAlone() {
        assertThat(texts("mp3 1024")).containsExactly("mp", "3", "1", "0", "2", "4");
    }

    @Test
    void punctuationStaysTogether() {
        assertThat(texts("((cat:1.5)), ...")).containsExactly("((", "cat", ":", "1", ".", "5", ")),", "...");
    }

    @Test
    void piecesKnowWhetherABlankStandsBeforeThem() {
        assertThat(cutter.cut("a ,b! c<|END|> d"))
                .containsExactly(
                        Piece.ordinary("a", false),
                        Piece.ordinary(",", true),
                        Piece.ordinary("b", false),
                        new Piece("!", 0, false),
                        Piece.ordinary("c", true),
                        new Piece("<|end|>", 9, false),
                        Piece.ordinary("d", true));
    }

    @Test
    void longestSpecialTokenGoesFirst() {
        assertThat(cutter.cut("<|end|>s")).containsExactly(new Piece("<|end|>s", 8, false));
    }

    private List<String> texts(String text) {
        return cutter.cut(text).stream().map(Piece::text).toList();
    }
}
