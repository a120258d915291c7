package dev.darkroom.denoise.noise;

import static dev.darkroom.denoise.LinearCombination.combine;

/** Spherical interpolation between latents: Shoemake 1985, <a href="https://doi.org/10.1145/325334.325242">doi:10.1145/325334.325242</a>. */
public final class Slerp {

    private static final double NEARLY_PARALLEL = 0.9995;

    private Slerp() {}

    /** Along the great circle of the whole latents; {@code t} from 0 (low) to 1 (high). Linear where they are parallel. */
    public static float[] between(double t, float[] low, float[] high) {
        double cosine = cosine(low, high, 0, 1, low.length);
        if (Math.abs(cosine) > NEARLY_PARALLEL) {
            return combine(1 - t, low, t, high);
        }
        double angle = Math.acos(cosine);
        return combine(Math.sin((1 - t) * angle) / Math.sin(angle), low, Math.sin(t * angle) / Math.sin(angle), high);
    }

    /**
     * As webui mixes variation seeds: column by column of each channel. Where the mean cosine is nearly 1 the weights of
     * the linear mix are the other way round, as they are there; opposite columns give NaN.
     */
    public static float[] byColumns(double t, float[] low, float[] high, LatentShape shape) {
        int columns = shape.channels() * shape.width();
        double[] cosines = new double[columns];
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            cosines[column] = cosine(low, high, start(column, shape), shape.width(), shape.height());
            sum += cosines[column];
        }
        if (sum / columns > NEARLY_PARALLEL) {
            return combine(t, low, 1 - t, high);
        }
        float[] mixed = new float[low.length];
        for (int column = 0; column < columns; column++) {
            double angle = Math.acos(cosines[column]);
            double a = Math.sin((1 - t) * angle) / Math.sin(angle);
            double b = Math.sin(t * angle) / Math.sin(angle);
            for (int row = 0; row < shape.height(); row++) {
                int i = start(column, shape) + row * shape.width();
                mixed[i] = (float) (a * low[i] + b * high[i]);
            }
        }
        return mixed;
    }

    private static int start(int column, LatentShape shape) {
        return column / shape.width() * shape.height() * shape.width() + column % shape.width();
    }

    private static double cosine(float[] a, float[] b, int start, int stride, int count) {
        double dot = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = start, n = 0; n < count; i += stride, n++) {
            dot += (double) a[i] * b[i];
            squaresA += (double) a[i] * a[i];
            squaresB += (double) b[i] * b[i];
        }
        return dot / Math.sqrt(squaresA) / Math.sqrt(squaresB);
    }
}
