package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.denoise.guidance.SelfConditioning;
import dev.darkroom.denoise.schedule.AnalogSteps;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BitDiffusionTest {

    @Test
    void aStepEndsFurtherDownThanTheNextBegins() {
        Schedule plain = AnalogSteps.of(10, 0, 1000);
        Schedule ahead = AnalogSteps.of(10, 2, 1000);
        assertThat(plain.to(0)).isEqualTo(plain.from(1));
        assertThat(ahead.from(1)).isEqualTo(plain.from(1));
        assertThat(ahead.to(0)).isEqualTo(plain.to(2));
        assertThat(ahead.to(9).timestep()).isZero();
    }

    @Test
    void aRatioOfNoiseToSignalFindsItsTime() {
        Schedule schedule = AnalogSteps.of(10, 0, 1000);
        NoiseLevel level = schedule.from(4);
        assertThat(schedule.levels().at(level.sigma() / level.alpha()).timestep())
                .isCloseTo(level.timestep(), within(1e-6));
    }

    @Test
    void theLastGuessStandsBesideTheNoisyLatent() {
        List<float[]> inputs = new ArrayList<>();
        List<float[]> guesses = new ArrayList<>(List.of(new float[0]));
        SelfConditioning<String> network = new SelfConditioning<>(
                (input, timestep, conditions) -> {
                    inputs.add(input);
                    return List.of(new float[] {7, 8});
                },
                () -> guesses.get(guesses.size() - 1));
        network.evaluate(new float[] {1, 2}, 500, List.of("a"));
        guesses.add(new float[] {5, 6});
        network.evaluate(new float[] {3, 4}, 400, List.of("a"));
        assertThat(inputs.get(0)).containsExactly(1, 2, 0, 0);
        assertThat(inputs.get(1)).containsExactly(3, 4, 5, 6);
    }
}
