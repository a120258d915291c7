package dev.darkroom.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AnalogBitsTest {

    @Property(tries = 200)
    void symbolsComeBack(@ForAll @IntRange(min = 1, max = 8) int bits, @ForAll List<Integer> numbers) {
        AnalogBits code = new AnalogBits(bits);
        int[] symbols = numbers.stream()
                .mapToInt(number -> Math.floorMod(number, code.symbols()))
                .toArray();
        assertThat(code.decode(code.encode(symbols))).isEqualTo(symbols);
    }

    @Test
    void theFirstPlaneHoldsTheHighestBit() {
        assertThat(new AnalogBits(3).encode(new int[] {4, 1})).containsExactly(1, -1, -1, -1, -1, 1);
    }

    @Test
    void aBitIsSetWhereItsNumberIsPositive() {
        assertThat(new AnalogBits(2).decode(new float[] {0.01f, -0.3f, 0, 7})).containsExactly(2, 1);
    }

    @Test
    void nineBitsAreTooMany() {
        assertThatThrownBy(() -> new AnalogBits(9)).isInstanceOf(IllegalArgumentException.class);
    }
}
