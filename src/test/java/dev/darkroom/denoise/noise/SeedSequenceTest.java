package dev.darkroom.denoise.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.golden.GoldenFolder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SeedSequenceTest {

    private static final GoldenFolder SAMPLERS = GoldenFolder.family("samplers");

    @Test
    void statesAreThoseOfNumpy() {
        if (!SAMPLERS.has("analytic.json")) {
            return;
        }
        for (JsonNode json : SAMPLERS.cases("analytic.json")) {
            JsonNode states = json.path("seed_sequence_states");
            if (!states.isMissingNode()) {
                long seed = json.path("seed").asLong();
                assertThat(states(seed, 3)).isEqualTo(longs(states.path("top")));
                assertThat(states(seed, 4, 0, 0)).isEqualTo(longs(states.path("root_split")));
                assertThat(states(seed, 4, 1, 1)).isEqualTo(longs(states.path("right_child_split")));
            }
        }
    }

    /** Made with NumPy 2: {@code SeedSequence(2**40 + 5, spawn_key=(2**33,), pool_size=4)}. */
    @Test
    void longNumbersAreTakenApart() {
        SeedSequence wide = new SeedSequence((1L << 40) + 5, new long[] {1L << 33}, 4);
        assertThat(LongStream.of(wide.state(1)[0] & 0xFFFFFFFFL).toArray()).containsExactly(WIDE);
    }

    private static final long WIDE = 2761250339L;

    private static long[] states(long seed, int count, long... path) {
        int[] state = new SeedSequence(seed, path, 24).state(count);
        long[] unsigned = new long[count];
        for (int i = 0; i < count; i++) {
            unsigned[i] = Integer.toUnsignedLong(state[i]);
        }
        return unsigned;
    }

    private static long[] longs(JsonNode list) {
        return list.valueStream().mapToLong(JsonNode::asLong).toArray();
    }
}
