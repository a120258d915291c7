package dev.darkroom.image;

import dev.darkroom.generation.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Random;

/** Pictures that tests work on. */
final class Samples {

    private Samples() {}

    /** A file of the test resources, for example {@code pictures/rgb.png}. */
    static byte[] file(String name) {
        try (InputStream file = Samples.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads within the default limits. */
    static Picture decoded(byte[] file) {
        return new PictureDecoder(ImageLimits.defaults()).decode(file);
    }

    /** A smooth drawing with a little noise, as a picture from a network is. */
    static Picture drawing(int width, int height, long seed) {
        var random = new Random(seed);
        byte[] samples = new byte[width * height * 3];
        for (int i = 0; i < samples.length; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            double wave = Math.sin(x * 0.02 * (i % 3 + 1)) * Math.cos(y * 0.03);
            samples[i] = (byte) Math.min(255, Math.max(0, 128 + 100 * wave + 3 * random.nextGaussian()));
        }
        return Picture.rgb(new Size(width, height), samples);
    }

    /** Pixels of any value. */
    static Picture noise(int width, int height, boolean alpha, long seed) {
        byte[] samples = new byte[width * height * (alpha ? 4 : 3)];
        new Random(seed).nextBytes(samples);
        Size size = new Size(width, height);
        return alpha ? Picture.rgba(size, samples) : Picture.rgb(size, samples);
    }

    /** Largest difference between two samples at the same place. */
    static int difference(Picture one, Picture other) {
        int largest = 0;
        for (int i = 0; i < one.samples().length; i++) {
            largest = Math.max(largest, Math.abs((one.samples()[i] & 0xFF) - (other.samples()[i] & 0xFF)));
        }
        return largest;
    }
}
