package dev.darkroom.denoise.noise;

/**
 * Logarithm, sine and cosine in single precision with fused multiply-adds, operation for operation as PyTorch's
 * vectorized kernel evaluates the polynomials of <a href="https://www.netlib.org/cephes/">Cephes</a>, its coefficients written as the floats they are. Not the nearest
 * floats, but the same bits on every machine.
 */
final class Cephes {

    private static final float[] LOG = {
        0.070376836f,
        -0.1151461f,
        0.116769984f,
        -0.12420141f,
        0.14249323f,
        -0.16668057f,
        0.20000714f,
        -0.24999994f,
        0.3333333f
    };

    private Cephes() {}

    /** ln x for positive, normal x. */
    static float log(float x) {
        int bits = Float.floatToRawIntBits(x);
        float e = (bits >>> 23) - 126;
        float m = Float.intBitsToFloat((bits & 0x007fffff) | 0x3f000000);
        if (m < 0.70710677f) {
            e -= 1;
            m = (m - 1) + m;
        } else {
            m = m - 1;
        }
        float z = m * m;
        float y = LOG[0];
        for (int i = 1; i < LOG.length; i++) {
            y = Math.fma(y, m, LOG[i]);
        }
        y = y * m;
        y = Math.fma(y, z, e * -2.1219444e-4f);
        y = Math.fma(-z, 0.5f, y);
        return Math.fma(e, 0.6933594f, m + y);
    }

    /** Octant of a non-negative angle, made even: bit 1 swaps sine and cosine, higher bits set the signs. */
    static int octant(float angle) {
        return (int) (angle * 1.2732395f) + 1 & ~1;
    }

    /** The angle less its octants. */
    static float reduced(float angle, int octant) {
        float t = Math.fma((float) octant, -0.78515625f, angle);
        t = Math.fma((float) octant, -2.4187565e-4f, t);
        return Math.fma((float) octant, -3.774895e-8f, t);
    }

    /** cos of the angle whose octant and rest these are. */
    static float cos(int octant, float rest) {
        float value = (octant & 2) == 0 ? cosine(rest) : sine(rest);
        return (octant - 2 & 4) == 0 ? -value : value;
    }

    /** sin of the non-negative angle whose octant and rest these are. */
    static float sin(int octant, float rest) {
        float value = (octant & 2) == 0 ? sine(rest) : cosine(rest);
        return (octant & 4) == 0 ? value : -value;
    }

    private static float cosine(float t) {
        float z = t * t;
        float c = Math.fma(2.4433157e-5f, z, -0.0013887316f);
        c = Math.fma(c, z, 0.041666646f);
        return Math.fma(c * z, z, -(z * 0.5f)) + 1;
    }

    private static float sine(float t) {
        float z = t * t;
        float s = Math.fma(-1.9515296e-4f, z, 0.008332161f);
        s = Math.fma(s, z, -0.16666655f);
        return Math.fma(s * z, t, t);
    }
}
