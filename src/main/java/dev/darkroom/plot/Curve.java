package dev.darkroom.plot;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A line of a panel.
 *
 * @param name what the legend calls it; curves of equal name on several panels have the same colour
 * @param x rising or falling
 * @param y as many; what is not finite, or not positive on a logarithmic axis, is left out
 */
@SuppressWarnings("ArrayRecordComponent")
public record Curve(String name, double[] x, double[] y) {

    public Curve {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException(
                    "curve " + name + " has " + x.length + " abscissae and " + y.length + " ordinates");
        }
    }

    /** The same curve at about this many of its points if it has more, denser towards both ends. */
    Curve thinned(int points) {
        if (x.length <= points) {
            return this;
        }
        int last = x.length - 1;
        int[] kept = IntStream.range(0, points)
                .map(i -> (int) Math.round(last * (1 - Math.cos(Math.PI * i / (points - 1))) / 2))
                .distinct()
                .toArray();
        return new Curve(
                name,
                Arrays.stream(kept).mapToDouble(i -> x[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> y[i]).toArray());
    }
}
