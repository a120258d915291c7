package dev.darkroom.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.torch.Wrap;
import org.junit.jupiter.api.Test;

class LinearPreviewTest {

    @Test
    void coloursOfAnAffineDecoderAreFoundExactly() {
        LinearPreview preview = LinearPreview.fit(new AffineAutoencoder());
        float[] latent = {0.5f, -0.5f, 0.2f, 0.4f};
        float[] expected = new AffineAutoencoder().decode(latent, 1, 2, Wrap.NONE);
        float[] colours = preview.colours(latent, 1, 2);
        for (int colour = 0; colour < 3; colour++) {
            for (int x = 0; x < 2; x++) {
                assertThat(colours[colour * 2 + x]).isCloseTo(expected[colour * 8 + 2 * x], within(1e-3f));
            }
        }
    }

    @Test
    void coloursAreClamped() {
        LinearPreview preview = LinearPreview.fit(new AffineAutoencoder());
        assertThat(preview.colours(new float[] {100, 100}, 1, 1)).containsExactly(1, 1, -1);
    }

    /** Two channels, twice the size; every colour is an affine function of the channels. */
    private record AffineAutoencoder() implements Autoencoder {

        private static final double[][] WEIGHTS = {{0.5, 0.1, 0.05}, {0.2, 0.3, -0.1}, {-0.4, 0.1, 0}};

        @Override
        public float[] rawMode(float[] picture, int height, int width) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] decode(float[] latent, int height, int width, Wrap wrap) {
            float[] picture = new float[3 * 4 * height * width];
            for (int i = 0; i < picture.length; i++) {
                int colour = i / (4 * height * width);
                int y = i / (2 * width) % (2 * height) / 2;
                int x = i % (2 * width) / 2;
                double[] w = WEIGHTS[colour];
                int at = y * width + x;
                picture[i] = (float) (w[0] * latent[at] + w[1] * latent[height * width + at] + w[2]);
            }
            return picture;
        }

        @Override
        public float[] encode(float[] picture, int height, int width, float[] noise, Wrap wrap) {
            throw new UnsupportedOperationException("a preview does not encode");
        }

        @Override
        public int channels() {
            return 2;
        }

        @Override
        public int factor() {
            return 2;
        }

        @Override
        public long weightBytes() {
            return 0;
        }

        @Override
        public long decodeBytes(int pictureHeight, int pictureWidth) {
            return 0;
        }

        @Override
        public void close() {}
    }
}
