package dev.darkroom.latent;

/** How a latent's values are found between its positions: the modes of {@code torch.nn.functional.interpolate}. */
public enum LatentFilter {
    NEAREST {
        @Override
        Taps taps(int to, int from, int target) {
            return Taps.one((int) Math.floor(to * scale(from, target)));
        }
    },
    NEAREST_EXACT {
        @Override
        Taps taps(int to, int from, int target) {
            return Taps.one((int) Math.floor((to + 0.5f) * scale(from, target)));
        }
    },
    BILINEAR {
        @Override
        Taps taps(int to, int from, int target) {
            float centre = Math.max(0, (to + 0.5f) * scale(from, target) - 0.5f);
            int first = (int) centre;
            return new Taps(first, new float[] {1 - (centre - first), centre - first});
        }
    },
    /** The filter widens when the latent shrinks; where it grows this is {@link #BILINEAR}, weights cut at the borders. */
    BILINEAR_ANTIALIASED {
        @Override
        Taps taps(int to, int from, int target) {
            return Taps.widened(to, from, target, 1, distance -> Math.max(0, 1 - distance));
        }
    },
    /** Keys' cubic convolution with a = -3/4; values beyond a border are those at the border. */
    BICUBIC {
        @Override
        Taps taps(int to, int from, int target) {
            float centre = (to + 0.5f) * scale(from, target) - 0.5f;
            int before = (int) Math.floor(centre);
            float[] weights = new float[4];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) cubic(Math.abs(centre - before + 1 - i), -0.75);
            }
            return new Taps(before - 1, weights);
        }
    },
    /** Keys' cubic convolution with a = -1/2, widening when the latent shrinks, weights cut at the borders. */
    BICUBIC_ANTIALIASED {
        @Override
        Taps taps(int to, int from, int target) {
            return Taps.widened(to, from, target, 2, distance -> cubic(distance, -0.5));
        }
    };

    /** Weights of neighbouring positions; those outside of the latent stand for the nearest one inside. */
    @SuppressWarnings("ArrayRecordComponent")
    record Taps(int first, float[] weights) {

        static Taps one(int at) {
            return new Taps(at, new float[] {1});
        }

        static Taps widened(int to, int from, int target, double support, Kernel kernel) {
            double scale = (double) from / target;
            double stretch = Math.max(1, scale);
            double centre = (to + 0.5) * scale;
            int first = Math.max(0, (int) (centre - support * stretch + 0.5));
            int end = Math.min(from, (int) (centre + support * stretch + 0.5));
            double[] raw = new double[end - first];
            double sum = 0;
            for (int i = 0; i < raw.length; i++) {
                raw[i] = kernel.weight(Math.abs(first + i - centre + 0.5) / stretch);
                sum += raw[i];
            }
            float[] weights = new float[raw.length];
            for (int i = 0; i < raw.length; i++) {
                weights[i] = (float) (raw[i] / sum);
            }
            return new Taps(first, weights);
        }
    }

    /** Weight at a distance of 0 or more. */
    @FunctionalInterface
    interface Kernel {
        double weight(double distance);
    }

    /**
     * What goes into position {@code to} of {@code target}.
     *
     * @param from positions there are
     */
    abstract Taps taps(int to, int from, int target);

    private static float scale(int from, int target) {
        return (float) from / target;
    }

    private static double cubic(double x, double a) {
        if (x < 1) {
            return ((a + 2) * x - (a + 3)) * x * x + 1;
        }
        return x < 2 ? a * (((x - 5) * x + 8) * x - 4) : 0;
    }
}
