package dev.darkroom.denoise;

/** How far two latents are apart. */
final class Deviation {

    private Deviation() {}

    /** The largest absolute difference; infinite if one is NaN where the other is not. */
    static double largest(float[] actual, float[] expected) {
        double largest = actual.length == expected.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(actual.length, expected.length); i++) {
            double difference = Math.abs((double) actual[i] - expected[i]);
            largest = Math.max(largest, Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference);
        }
        return largest;
    }

    /** The largest absolute difference. */
    static double largest(double[] actual, double[] expected) {
        double largest = actual.length == expected.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(actual.length, expected.length); i++) {
            largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
        }
        return largest;
    }

    /** The largest difference relative to the expected value. */
    static double relative(double[] actual, double[] expected) {
        double largest = actual.length == expected.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(actual.length, expected.length); i++) {
            double scale = expected[i] == 0 ? 1 : Math.abs(expected[i]);
            largest = Math.max(largest, Math.abs(actual[i] - expected[i]) / scale);
        }
        return largest;
    }
}
