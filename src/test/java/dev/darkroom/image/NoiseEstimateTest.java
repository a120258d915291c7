package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseEstimateTest {

    private static final int HEIGHT = 120;
    private static final int WIDTH = 150;

    @ParameterizedTest
    @ValueSource(doubles = {2, 5, 10, 25, 50})
    void noiseOfAKnownLevelOnAPictureWithEdgesIsMeasured(double level) {
        assertThat(NoiseEstimate.levels(noisy(scene(0.5f), level), HEIGHT, WIDTH))
                .isCloseTo(level, within(0.08 * level + 0.3));
    }

    /** Half of the picture is white, where half of the noise was cut off. */
    @ParameterizedTest
    @ValueSource(doubles = {10, 25, 50})
    void noiseThatWasCutOffAtWhiteDoesNotCount(double level) {
        assertThat(NoiseEstimate.levels(noisy(scene(1), level), HEIGHT, WIDTH)).isCloseTo(level, within(0.1 * level));
    }

    @Test
    void aCleanPictureHasHardlyAny() {
        assertThat(NoiseEstimate.levels(scene(1), HEIGHT, WIDTH)).isLessThan(1);
        assertThat(NoiseEstimate.levels(new float[3 * 2 * 2], 2, 2)).isZero();
    }

    /** A ramp, a disc and stripes on a ground of the given brightness. */
    private static float[] scene(float ground) {
        float[] planes = new float[3 * HEIGHT * WIDTH];
        for (int i = 0; i < planes.length; i++) {
            int y = i % (HEIGHT * WIDTH) / WIDTH;
            int x = i % WIDTH;
            boolean disc = Math.hypot(x - 50, y - 60) < 30;
            boolean stripes = x > 100 && y % 16 < 8;
            planes[i] = disc ? -0.5f : stripes ? x / 150f - 0.6f : y < 40 ? (x - 75) / 150f : ground;
        }
        return planes;
    }

    private static float[] noisy(float[] planes, double level) {
        Random random = new Random(11);
        float[] noisy = new float[planes.length];
        for (int i = 0; i < planes.length; i++) {
            noisy[i] = (float) Math.max(-1, Math.min(1, planes[i] + level / 127.5 * random.nextGaussian()));
        }
        return noisy;
    }
}
