package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.guidance.AdaptiveProjectedGuidance;
import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.guidance.PerpendicularGuidance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guidance where a direction has no length. */
class GuidanceTest {

    private static final float[] OUTPUT = {1, -2};

    @Test
    void aPromptThatSaysNothingLeadsNowhereAndIsStillPushedAway() {
        Guidance<String> guidance = new PerpendicularGuidance<>("", "", "rain", 2, 0.5);
        assertThat(guidance.combine(List.of(OUTPUT, OUTPUT, new float[] {1, 0})))
                .containsExactly(1, -4);
    }

    @Test
    void anOutputOfZerosHasNoPartAlongIt() {
        Guidance<String> guidance =
                new AdaptiveProjectedGuidance<>("a", "", new AdaptiveProjectedGuidance.Settings(3, 0, 0, 0));
        assertThat(guidance.combine(List.of(OUTPUT, new float[2]))).containsExactly(-2, 4);
    }
}
