package dev.darkroom.denoise.noise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.function.LongFunction;

/**
 * A Brownian motion over noise levels that any interval can be asked of, in any order: the same path for the same seed,
 * however finely it is walked. Values are those of torchsde's {@code BrownianTree} (Li et al. 2020, section 4,
 * <a href="https://arxiv.org/abs/2001.01328">arXiv:2001.01328</a>): intervals are halved, the middle drawn from a seed that
 * follows from the path to it, until an end is met to six digits; levels are floats there. Not thread-safe.
 */
final class BrownianTree {

    private static final int POOL = 24;
    private static final int DIGITS = 6;
    private static final double RESOLUTION = 1.5e-6;

    private final LongFunction<NormalGenerator> generators;
    private final long entropy;
    private final double start;
    private final double end;
    private final double[] whole;
    private double knownTime = Double.NaN;
    private double[] known = {};

    /**
     * A motion.
     *
     * @param generators makes a fresh generator from a seed
     * @param entropy the image's seed
     * @param start lower end of the interval
     * @param end upper end
     * @param size values of a latent
     */
    BrownianTree(LongFunction<NormalGenerator> generators, long entropy, double start, double end, int size) {
        this.generators = generators;
        this.entropy = entropy;
        this.start = rounded((float) start);
        this.end = rounded((float) end);
        int seed = new SeedSequence(entropy, new long[0], POOL).state(1)[0];
        this.whole = scaled(normals(seed, size), Math.sqrt(end - start));
    }

    /** What the motion gains from one level to a higher one; ends outside of the interval count as its own. */
    double[] gained(double from, double to) {
        double[] low = valueAt(from);
        double[] high = valueAt(to);
        knownTime = from;
        known = low;
        double[] gain = new double[whole.length];
        for (int i = 0; i < gain.length; i++) {
            gain[i] = high[i] - low[i];
        }
        return gain;
    }

    /** The motion at a level, 0 at the start. */
    private double[] valueAt(double level) {
        double time = Math.max(start, Math.min(end, rounded((float) level)));
        if (time == knownTime) {
            return known;
        }
        if (time == start) {
            return new double[whole.length];
        }
        return time == end ? whole : valueWithin(time);
    }

    private double[] valueWithin(double time) {
        double[] value = new double[whole.length];
        double left = start;
        double right = end;
        double[] gain = whole;
        long path = 0;
        for (int depth = 0; right - left > RESOLUTION; depth++) {
            double middle = rounded(0.5 * (right + left));
            double[] half = firstHalf(gain, left, middle, right, path, depth);
            if (time <= middle) {
                gain = half;
                right = middle;
                path = 2 * path;
            } else {
                for (int i = 0; i < value.length; i++) {
                    value[i] += half[i];
                    half[i] = gain[i] - half[i];
                }
                gain = half;
                left = middle;
                path = 2 * path + 1;
            }
            if (time == right) {
                break;
            }
        }
        for (int i = 0; i < value.length; i++) {
            value[i] += gain[i];
        }
        return value;
    }

    /** The Brownian bridge at the middle, given what the interval gains. */
    private double[] firstHalf(double[] gain, double left, double middle, double right, long path, int depth) {
        double share = (middle - left) / (right - left);
        double deviation = Math.sqrt((middle - left) * (right - middle) / (right - left));
        int seed = new SeedSequence(entropy, new long[] {path, depth}, POOL).state(1)[0];
        float[] draw = normals(seed, gain.length);
        double[] half = new double[gain.length];
        for (int i = 0; i < half.length; i++) {
            half[i] = share * gain[i] + deviation * draw[i];
        }
        return half;
    }

    private float[] normals(int seed, int size) {
        return generators.apply(Integer.toUnsignedLong(seed)).normals(size);
    }

    /** To six digits, decided by the exact binary value. */
    private static double rounded(double time) {
        return new BigDecimal(time).setScale(DIGITS, RoundingMode.HALF_EVEN).doubleValue();
    }

    private static double[] scaled(float[] values, double factor) {
        double[] scaled = new double[values.length];
        Arrays.setAll(scaled, i -> values[i] * factor);
        return scaled;
    }
}
