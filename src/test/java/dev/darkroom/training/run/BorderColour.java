package dev.darkroom.training.run;

import dev.darkroom.image.Picture;
import java.util.Comparator;
import java.util.Map;

/** What colour a picture has around its middle. */
final class BorderColour {

    private static final int BORDER = 4;

    private static final Map<String, double[]> COLOURS = Map.of(
            "blue", new double[] {80, 145, 235},
            "black", new double[] {36, 37, 45},
            "white", new double[] {253, 253, 254},
            "orange", new double[] {245, 155, 65});

    private BorderColour() {}

    /** The name of the colour that is nearest to the mean of the rim of a square in the first row of a grid. */
    static String nearest(Picture grid, int left, int side) {
        double[] mean = new double[3];
        int count = 0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (Math.min(Math.min(x, y), Math.min(side - 1 - x, side - 1 - y)) < BORDER) {
                    for (int channel = 0; channel < 3; channel++) {
                        mean[channel] += grid.sample(left + x, y, channel);
                    }
                    count++;
                }
            }
        }
        for (int channel = 0; channel < 3; channel++) {
            mean[channel] /= count;
        }
        return COLOURS.entrySet().stream()
                .min(Comparator.comparingDouble(colour -> distance(colour.getValue(), mean)))
                .orElseThrow()
                .getKey();
    }

    private static double distance(double[] a, double[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return squares;
    }
}
