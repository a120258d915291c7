package dev.darkroom.golden;

import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.image.PixelDifference;

/** How far latents or pictures are apart. */
public final class Deviation {

    private static final PictureDecoder DECODER = new PictureDecoder(ImageLimits.defaults());

    private Deviation() {}

    /** The largest absolute difference; infinite if one is NaN where the other is not. */
    public static double largest(float[] actual, float[] expected) {
        double largest = actual.length == expected.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(actual.length, expected.length); i++) {
            double difference = Math.abs((double) actual[i] - expected[i]);
            largest = Math.max(largest, Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference);
        }
        return largest;
    }

    /** The largest absolute difference. */
    public static double largest(double[] actual, double[] expected) {
        double largest = actual.length == expected.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(actual.length, expected.length); i++) {
            largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
        }
        return largest;
    }

    /** The largest difference relative to the expected value. */
    public static double relative(double[] actual, double[] expected) {
        double largest = actual.length == expected.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(actual.length, expected.length); i++) {
            double scale = expected[i] == 0 ? 1 : Math.abs(expected[i]);
            largest = Math.max(largest, Math.abs(actual[i] - expected[i]) / scale);
        }
        return largest;
    }

    /** The Euclidean distance. */
    public static double euclidean(float[] one, float[] other) {
        double squares = 0;
        for (int i = 0; i < one.length; i++) {
            squares += Math.pow((double) one[i] - other[i], 2);
        }
        return Math.sqrt(squares);
    }

    /** The largest difference of two files' pixels, of 255. */
    public static int levels(byte[] actual, byte[] expected) {
        return PixelDifference.between(DECODER.decode(actual), DECODER.decode(expected))
                .largest();
    }
}
