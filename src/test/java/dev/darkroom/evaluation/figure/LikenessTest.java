package dev.darkroom.evaluation.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private static final int HEIGHT = 14;
    private static final int WIDTH = 17;

    @Test
    void equalPicturesAreWhollyAlike() {
        float[] picture = random(1);

        assertThat(Likeness.ssim(picture, picture, HEIGHT, WIDTH)).isCloseTo(1, within(1e-12));
        assertThat(Likeness.psnr(picture, picture)).isInfinite();
    }

    @Test
    void psnrIsThatOfTheError() {
        float[] grey = plain(0.5f);

        assertThat(Likeness.psnr(grey, plain(0.6f))).isCloseTo(20, within(1e-4));
        assertThat(Likeness.psnr(grey, plain(0.51f))).isCloseTo(40, within(1e-3));
    }

    /** Without structure the luminance term is left: (2 a b + C1) / (a² + b² + C1). */
    @Test
    void plainPicturesDifferInLuminanceAlone() {
        double expected = (2 * 0.25 * 0.75 + 1e-4) / (0.25 * 0.25 + 0.75 * 0.75 + 1e-4);

        assertThat(Likeness.ssim(plain(0.25f), plain(0.75f), HEIGHT, WIDTH)).isCloseTo(expected, within(1e-7));
    }

    /** The definition as it stands in the paper, window by window. */
    @Test
    void ssimIsTheMeanOfItsWindows() {
        float[] x = random(2);
        float[] y = random(3);
        double sum = 0;
        int windows = 0;
        for (int channel = 0; channel < 3; channel++) {
            for (int top = 0; top + 11 <= HEIGHT; top++) {
                for (int left = 0; left + 11 <= WIDTH; left++) {
                    sum += window(x, y, (channel * HEIGHT + top) * WIDTH + left);
                    windows++;
                }
            }
        }

        assertThat(Likeness.ssim(x, y, HEIGHT, WIDTH)).isCloseTo(sum / windows, within(1e-9));
    }

    private static double window(float[] x, float[] y, int at) {
        double[] weights = new double[121];
        double total = 0;
        for (int i = 0; i < 121; i++) {
            int dx = i % 11 - 5;
            int dy = i / 11 - 5;
            weights[i] = Math.exp(-(dx * dx + dy * dy) / 4.5);
            total += weights[i];
        }
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < 121; i++) {
            meanX += weights[i] / total * x[at + i / 11 * WIDTH + i % 11];
            meanY += weights[i] / total * y[at + i / 11 * WIDTH + i % 11];
        }
        double varianceX = 0;
        double varianceY = 0;
        double covariance = 0;
        for (int i = 0; i < 121; i++) {
            double dx = x[at + i / 11 * WIDTH + i % 11] - meanX;
            double dy = y[at + i / 11 * WIDTH + i % 11] - meanY;
            varianceX += weights[i] / total * dx * dx;
            varianceY += weights[i] / total * dy * dy;
            covariance += weights[i] / total * dx * dy;
        }
        return (2 * meanX * meanY + 1e-4)
                * (2 * covariance + 9e-4)
                / ((meanX * meanX + meanY * meanY + 1e-4) * (varianceX + varianceY + 9e-4));
    }

    @Test
    void picturesSmallerThanTheWindowAreRefused() {
        assertThatThrownBy(() -> Likeness.ssim(new float[300], new float[300], 10, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("11 pixels");
    }

    private static float[] plain(float value) {
        float[] picture = new float[3 * HEIGHT * WIDTH];
        Arrays.fill(picture, value);
        return picture;
    }

    private static float[] random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] picture = new float[3 * HEIGHT * WIDTH];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (float) random.nextDouble();
        }
        return picture;
    }
}
