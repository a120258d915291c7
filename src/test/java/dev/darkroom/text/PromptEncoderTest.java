package dev.darkroom.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.generation.Emphasis;
import dev.darkroom.torch.TextConditioning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encoding with a network that answers the ids it is given, as states of width 1. */
class PromptEncoderTest {

    private static final int ROW = 8;

    private final List<int[]> calls = new ArrayList<>();
    private PromptEncoder encoder;
    private ClipTokenizer tokenizer;

    @BeforeEach
    void read(@TempDir Path folder) {
        tokenizer = TinyTokenizer.in(folder).read();
        encoder = new PromptEncoder(new Chunker(tokenizer, ROW, Chunker.COMMA_BACKTRACK));
    }

    private List<TextConditioning> encode(List<String> texts, Emphasis emphasis) {
        return encoder.encode(texts, emphasis, 0, (ids, skip) -> {
            calls.add(ids);
            float[] hidden = new float[ids.length];
            for (int i = 0; i < ids.length; i++) {
                hidden[i] = ids[i];
            }
            return hidden;
        });
    }

    @Test
    void chunkThatWasSeenIsNotEncodedAgain() {
        List<TextConditioning> twice = encode(List.of("a b", "c", "a b"), Emphasis.ORIGINAL);
        assertThat(calls).hasSize(2);
        assertThat(twice.get(0)).isSameAs(twice.get(2));
        encode(List.of("(a:1.5) b"), Emphasis.ORIGINAL);
        assertThat(calls).hasSize(2);
    }

    @Test
    void weightsAreNotLookedForWhereNoneAre() {
        float[] hidden = encode(List.of("a b"), Emphasis.ORIGINAL).get(0).hidden();
        for (int i = 0; i < ROW; i++) {
            assertThat(hidden[i]).isEqualTo(calls.get(0)[i]);
        }
    }

    @Test
    void shorterTextsOfAScheduleAreFilledWithEmptyChunks() {
        List<TextConditioning> encoded = encode(List.of("a", "a a a a a a a"), Emphasis.ORIGINAL);
        assertThat(encoded).allSatisfy(one -> assertThat(one.tokens()).isEqualTo(2 * ROW));
        int[] empty = new Chunker(tokenizer, ROW, 0).empty().ids();
        assertThat(encoded.get(0).hidden()[ROW + 1]).isEqualTo(empty[1]);
    }

    @Test
    void meanStaysWhatItWasOverAllTextsTogether() {
        float[] one = encode(List.of("(a:2) b", "c"), Emphasis.ORIGINAL).get(0).hidden();
        float[] other =
                encode(List.of("(a:2) b", "c"), Emphasis.ORIGINAL).get(1).hidden();
        double sum = 0;
        for (int i = 0; i < ROW; i++) {
            sum += one[i] + other[i];
        }
        double plain = calls.stream().flatMapToInt(IntStream::of).sum();
        assertThat(sum).isCloseTo(plain, org.assertj.core.data.Offset.offset(1e-2));
    }

    @Test
    void weightsThatLeaveNothingAreNoEndlessNumbers() {
        float[] hidden =
                encode(List.of("(a:-100000)"), Emphasis.ORIGINAL).get(0).hidden();
        for (float value : hidden) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void promptThatWouldTakeAllMemoryIsRefused() {
        List<String> texts =
                IntStream.range(0, 300).mapToObj(i -> "a ".repeat(12 + i)).toList();
        assertThatThrownBy(() -> encode(texts, Emphasis.ORIGINAL))
                .isInstanceOf(PromptTooLargeException.class)
                .hasMessageContaining("300 different texts");
    }
}
