package dev.darkroom.training.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.generation.Size;
import dev.darkroom.training.world.DrawnWorld;
import dev.darkroom.training.world.scene.Curriculum;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistortionTest {

    private static final int SIDE = 96;
    private static final float[] DRAWING = PictureShape.square(
            new DrawnWorld(Curriculum.FULL, 3, new Size(SIDE, SIDE)).example(1).picture(), SIDE);

    @Test
    void aShareOfThePicturesStaysAsItIs() {
        SplittableRandom random = new SplittableRandom(1);
        int same = 0;
        for (int i = 0; i < 100; i++) {
            same += new Distortion(0.6).apply(DRAWING, SIDE, random) == DRAWING ? 1 : 0;
        }

        assertThat(same).isBetween(25, 55);
    }

    @Test
    void aDistortedPictureIsAnotherButNotMuch() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 20; i++) {
            float[] before = DRAWING.clone();
            float[] distorted = new Distortion(1).apply(DRAWING, SIDE, random);

            assertThat(DRAWING).containsExactly(before);
            assertThat(distance(DRAWING, distorted)).isBetween(0.005, 0.2);
            for (float value : distorted) {
                assertThat(value).isBetween(-1f, 1f);
            }
        }
    }

    @Test
    void aPlainPictureKeepsAboutItsColour() {
        float[] grey = new float[3 * SIDE * SIDE];
        Arrays.fill(grey, 0.25f);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 20; i++) {
            double mean = 0;
            for (float value : new Distortion(1).apply(grey, SIDE, random)) {
                mean += value / grey.length;
            }
            assertThat(mean).isBetween(0.15, 0.35);
        }
    }

    @Test
    void whatIsLeftStaysLeft() {
        float[] halves = new float[3 * SIDE * SIDE];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = i % SIDE < SIDE / 2 ? -0.5f : 0.5f;
        }
        float[] distorted = new Distortion(1).apply(halves, SIDE, new SplittableRandom(4));

        for (int y = 0; y < SIDE; y++) {
            assertThat(distorted[y * SIDE + SIDE / 4]).isLessThan(0);
            assertThat(distorted[y * SIDE + 3 * SIDE / 4]).isGreaterThan(0);
        }
    }

    private static double distance(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]) / one.length;
        }
        return sum;
    }
}
