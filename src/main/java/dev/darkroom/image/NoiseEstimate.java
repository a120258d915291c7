package dev.darkroom.image;

import java.util.ArrayList;
import java.util.List;

/**
 * How much white noise a picture carries: the median magnitude of its finest diagonal wavelet details, which edges hardly
 * touch, over that of standard normal values. Donoho and Johnstone 1994, Ideal spatial adaptation by wavelet shrinkage,
 * section 2, <a href="https://doi.org/10.1093/biomet/81.3.425">doi:10.1093/biomet/81.3.425</a>; the wavelet is Daubechies'
 * with two vanishing moments.
 */
public final class NoiseEstimate {

    /** Median of the magnitude of a standard normal value. */
    private static final double NORMAL_MEDIAN = 0.6744897501960817;

    private static final double[] DETAIL = detail();
    private static final int CHANNELS = 3;
    /** Details that are left out, as noise may have been cut off at black or white there: nearer than this many deviations. */
    private static final double MARGIN = 2;
    /** Share of the details that has to be left for them to be left out. */
    private static final double ENOUGH = 0.05;

    private static final int ROUNDS = 4;

    private NoiseEstimate() {}

    /**
     * The standard deviation of the noise in levels of 255. Parts whose mean lies near black or white, where noise was cut
     * off, are left out as long as enough others are there; where they are not, the estimate is too low.
     *
     * @param planes [3, height, width] in [-1, 1]
     */
    public static double levels(float[] planes, int height, int width) {
        List<Part> parts = parts(planes, height, width);
        double deviation = deviation(parts);
        for (int round = 0; round < ROUNDS; round++) {
            double margin = MARGIN * deviation;
            List<Part> free = parts.stream()
                    .filter(part -> Math.abs(part.mean) <= 1 - margin)
                    .toList();
            if (free.size() > ENOUGH * parts.size()) {
                deviation = deviation(free);
            }
        }
        return deviation * 127.5;
    }

    private static double deviation(List<Part> parts) {
        double[] magnitudes = parts.stream()
                .mapToDouble(part -> Math.abs(part.detail))
                .sorted()
                .toArray();
        return magnitudes.length == 0 ? 0 : magnitudes[magnitudes.length / 2] / NORMAL_MEDIAN;
    }

    /** Of every second position in each direction. */
    private static List<Part> parts(float[] planes, int height, int width) {
        List<Part> parts = new ArrayList<>();
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int y = 0; y + DETAIL.length <= height; y += 2) {
                for (int x = 0; x + DETAIL.length <= width; x += 2) {
                    parts.add(part(planes, (channel * height + y) * width + x, width));
                }
            }
        }
        return parts;
    }

    private static Part part(float[] planes, int at, int width) {
        double detail = 0;
        double sum = 0;
        for (int y = 0; y < DETAIL.length; y++) {
            for (int x = 0; x < DETAIL.length; x++) {
                double sample = planes[at + y * width + x];
                detail += DETAIL[y] * DETAIL[x] * sample;
                sum += sample;
            }
        }
        return new Part(detail, sum / (DETAIL.length * DETAIL.length));
    }

    /** The diagonal detail of a small square, and its mean. */
    private record Part(double detail, double mean) {}

    /** The high-pass filter of unit norm: the low-pass one backwards with alternating signs. */
    private static double[] detail() {
        double root = Math.sqrt(3);
        double norm = 4 * Math.sqrt(2);
        return new double[] {(1 - root) / norm, -(3 - root) / norm, (3 + root) / norm, -(1 + root) / norm};
    }
}
