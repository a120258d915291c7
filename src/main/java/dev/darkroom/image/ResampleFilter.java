package dev.darkroom.image;

/** Interpolation kernels of resizing, as functions of the distance in source pixels. */
public enum ResampleFilter {
    /** The sample whose square holds the point; does not widen, so shrinking leaves samples out. */
    NEAREST(0.5) {
        @Override
        double weight(double distance) {
            return 1;
        }
    },
    /** Triangle. */
    BILINEAR(1) {
        @Override
        double weight(double distance) {
            return Math.max(0, 1 - Math.abs(distance));
        }
    },
    /** Keys' cubic convolution with a = -1/2 (Keys 1981, equation 15). */
    BICUBIC(2) {
        @Override
        double weight(double distance) {
            double x = Math.abs(distance);
            if (x < 1) {
                return (1.5 * x - 2.5) * x * x + 1;
            }
            return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
        }
    },
    /** Sinc windowed by the central lobe of a three times wider sinc (Duchon 1979). */
    LANCZOS(3) {
        @Override
        double weight(double distance) {
            return Math.abs(distance) < 3 ? sinc(distance) * sinc(distance / 3) : 0;
        }
    };

    private final double support;

    ResampleFilter(double support) {
        this.support = support;
    }

    /** How far the kernel is stretched when {@code scale} source pixels fall on one of the target's. */
    double widening(double scale) {
        return this == NEAREST ? 1 : Math.max(scale, 1);
    }

    /** Distance from which on the weight is 0. */
    double support() {
        return support;
    }

    abstract double weight(double distance);

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
