package dev.darkroom.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiceTest {

    /** Values of the reference implementation of SplitMix64 for seed 1234567. */
    @Test
    void sequenceIsSplitMix64() {
        var dice = new Dice(1234567);

        assertThat(dice.nextLong()).isEqualTo(6457827717110365317L);
        assertThat(dice.nextLong()).isEqualTo(3203168211198807973L);
        assertThat(Long.toUnsignedString(dice.nextLong())).isEqualTo("9817491932198370423");
    }

    @Test
    void neighbouringSeedsAndNumbersShareNoPartOfTheirSequences() {
        Set<Long> values = new HashSet<>();
        int drawn = 0;
        for (long seed = -3; seed <= 3; seed++) {
            for (long index = 0; index < 20; index++) {
                Dice dice = Dice.of(seed, index);
                for (int i = 0; i < 50; i++) {
                    values.add(dice.nextLong());
                    drawn++;
                }
            }
        }
        assertThat(values).hasSize(drawn);
    }

    @Test
    void choicesAreEven() {
        var dice = new Dice(9);
        int[] counts = new int[5];
        for (int i = 0; i < 50_000; i++) {
            counts[dice.below(5)]++;
        }
        for (int count : counts) {
            assertThat(count / 50_000.0).isCloseTo(0.2, within(0.01));
        }
    }
}
