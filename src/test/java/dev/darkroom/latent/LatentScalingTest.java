package dev.darkroom.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatentScalingTest {

    @Test
    void aFactorAloneMultiplies() {
        LatentScaling scaling = LatentScaling.of(Map.of("scaling_factor", 0.5));
        assertThat(scaling.scaled(new float[] {2, 4, 6, 8})).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aMissingFactorIsThatOfStableDiffusion() {
        assertThat(LatentScaling.of(Map.of()).scaled(new float[] {1, 1, 1, 1}))
                .containsExactly(new float[] {0.18215f, 0.18215f, 0.18215f, 0.18215f}, within(1e-6f));
    }

    @Test
    void theShiftIsTakenOffFirst() {
        LatentScaling scaling = LatentScaling.of(Map.of("scaling_factor", 2.0, "shift_factor", 0.25));
        assertThat(scaling.scaled(new float[] {1.25f, 0.25f, 0, 0})).startsWith(2, 0);
    }

    @Test
    void everyChannelHasItsOwnMeanAndDeviation() {
        LatentScaling scaling = LatentScaling.of(Map.of(
                "latent_channels",
                2,
                "scaling_factor",
                1.0,
                "latents_mean",
                List.of(1.0, -1.0),
                "latents_std",
                List.of(2.0, 4.0)));
        assertThat(scaling.scaled(new float[] {5, 3, 3, 7})).containsExactly(2, 1, 1, 2);
    }

    @Test
    void rawUndoesScaled() {
        LatentScaling scaling = LatentScaling.of(Map.of("scaling_factor", 0.13025, "shift_factor", 0.1));
        float[] latent = {0.5f, -2, 3, 0.01f};
        assertThat(scaling.raw(scaling.scaled(latent))).containsExactly(latent, within(1e-5f));
    }
}
