package dev.darkroom.image;

/**
 * Which source samples make a target sample along one axis, and how much of each. Weights are fixed-point numbers with
 * 22 fraction bits, which leaves room for overshoot of 8-bit samples in an int.
 */
class ResampleWeights {

    private static final int FRACTION_BITS = 22;

    private final int sourceLength;
    private final boolean whole;
    private final int[] first;
    private final int[][] weights;

    ResampleWeights(int sourceLength, int targetLength, ResampleFilter filter) {
        this(sourceLength, 0, sourceLength, targetLength, filter);
    }

    /**
     * Of a stretch of the source.
     *
     * @param begin where the stretch begins, from 0
     * @param end where it ends, at most {@code sourceLength}; at {@code begin} the same place makes all target samples
     */
    ResampleWeights(int sourceLength, int begin, int end, int targetLength, ResampleFilter filter) {
        this.sourceLength = sourceLength;
        this.whole = begin == 0 && end == sourceLength;
        this.first = new int[targetLength];
        this.weights = new int[targetLength][];
        double scale = (double) (end - begin) / targetLength;
        double widening = filter.widening(scale);
        double support = filter.support() * widening;
        for (int target = 0; target < targetLength; target++) {
            double centre = begin + (target + 0.5) * scale;
            first[target] = (int) Math.min(Math.max(centre - support + 0.5, 0), sourceLength - 1);
            int last = (int) Math.min(centre + support + 0.5, sourceLength);
            double[] kernel = new double[Math.max(1, last - first[target])];
            double sum = 0;
            for (int i = 0; i < kernel.length; i++) {
                kernel[i] = filter.weight((first[target] + i - centre + 0.5) / widening);
                sum += kernel[i];
            }
            weights[target] = fixedPoint(kernel, sum);
        }
    }

    int sourceLength() {
        return sourceLength;
    }

    /** Whether source and target are the same, sample by sample. */
    boolean keepsLength() {
        return whole && sourceLength == first.length;
    }

    int targetLength() {
        return first.length;
    }

    /** The target sample: source samples lie {@code stride} apart, the axis starts at {@code offset}. */
    byte sample(int target, byte[] source, int offset, int stride) {
        int[] kernel = weights[target];
        int from = offset + first[target] * stride;
        int sum = 1 << FRACTION_BITS - 1;
        for (int weight : kernel) {
            sum += weight * (source[from] & 0xFF);
            from += stride;
        }
        return (byte) Math.min(Math.max(sum >> FRACTION_BITS, 0), 255);
    }

    private static int[] fixedPoint(double[] kernel, double sum) {
        int[] fixed = new int[kernel.length];
        for (int i = 0; i < kernel.length; i++) {
            double weight = sum == 0 ? kernel[i] : kernel[i] / sum;
            fixed[i] = (int) (weight * (1 << FRACTION_BITS) + Math.copySign(0.5, weight));
        }
        return fixed;
    }
}
