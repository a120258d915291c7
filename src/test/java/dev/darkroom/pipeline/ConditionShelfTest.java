package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.torch.Condition;
import dev.darkroom.torch.TextConditioning;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConditionShelfTest {

    private static final int LONG = ConditionShelf.TOKENS / 2;

    private final List<String> prepared = new ArrayList<>();
    private final List<String> freed = new ArrayList<>();
    private final List<List<String>> evaluated = new ArrayList<>();
    private final ConditionShelf<String> shelf = new ConditionShelf<>(this::prepare, freed::add);
    private final Network<Condition> network = shelf.network((input, timestep, prompts) -> {
        evaluated.add(prompts);
        return prompts.stream().map(prompt -> input).toList();
    });

    private String prepare(Condition condition) {
        TextConditioning conditioning = (TextConditioning) condition;
        if (conditioning.hidden()[0] < 0) {
            throw new IllegalStateException("no room");
        }
        String name = "prompt " + (int) conditioning.hidden()[0];
        prepared.add(name);
        return name;
    }

    private static TextConditioning text(int number, int tokens) {
        return TextConditioning.of(tokens, new float[] {number});
    }

    private void evaluate(TextConditioning... conditions) {
        network.evaluate(new float[1], 0, List.of(conditions));
    }

    @Test
    void whatWasSeenIsNotPreparedAgain() {
        TextConditioning one = text(1, 77);
        TextConditioning two = text(2, 77);
        evaluate(one, two);
        evaluate(two, one);
        evaluate(one, one);
        assertThat(prepared).containsExactly("prompt 1", "prompt 2");
        assertThat(evaluated.get(1)).containsExactly("prompt 2", "prompt 1");
        shelf.close();
        assertThat(freed).containsExactlyInAnyOrder("prompt 1", "prompt 2");
    }

    @Test
    void whatWasUsedLongestAgoMakesRoom() {
        TextConditioning one = text(1, LONG);
        TextConditioning two = text(2, LONG);
        evaluate(one);
        evaluate(two);
        evaluate(one);
        evaluate(text(3, LONG));
        assertThat(freed).containsExactly("prompt 2");
        evaluate(two);
        assertThat(prepared).endsWith("prompt 3", "prompt 2");
    }

    @Test
    void whatIsInUseStaysHoweverMuchItIs() {
        TextConditioning[] many =
                IntStream.range(0, 5).mapToObj(i -> text(i, LONG)).toArray(TextConditioning[]::new);
        Network<Condition> careful = shelf.network((input, timestep, prompts) -> {
            assertThat(freed).isEmpty();
            return List.of();
        });
        careful.evaluate(new float[1], 0, List.of(many));
        assertThat(freed).hasSize(3);
    }

    @Test
    void failureLeavesNothingInUse() {
        TextConditioning one = text(1, LONG);
        assertThatThrownBy(() -> evaluate(one, text(-1, LONG))).hasMessage("no room");
        evaluate(text(2, LONG));
        evaluate(text(3, LONG));
        assertThat(freed).containsExactly("prompt 1");
        shelf.close();
        assertThat(freed).containsExactlyInAnyOrder("prompt 1", "prompt 2", "prompt 3");
    }
}
