package dev.darkroom.denoise.noise;

/**
 * Logarithm, sine and cosine in single precision with fused multiply-adds, operation for operation as PyTorch's
 * vectorized kernel evaluates the polynomials of <a href="https://www.netlib.org/cephes/">Cephes</a>. Not the nearest
 * floats, but the same bits on every machine.
 */
final class Cephes {

    private static final float[] LOG = {
        7.0376836292e-2f,
        -1.1514610310e-1f,
        1.1676998740e-1f,
        -1.2420140846e-1f,
        1.4249322787e-1f,
        -1.6668057665e-1f,
        2.0000714765e-1f,
        -2.4999993993e-1f,
        3.3333331174e-1f
    };

    private Cephes() {}

    /** ln x for positive, normal x. */
    static float log(float x) {
        int bits = Float.floatToRawIntBits(x);
        float e = (bits >>> 23) - 126;
        float m = Float.intBitsToFloat(bits & 0x007fffff | 0x3f000000);
        if (m < 0.70710678f) {
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
        y = Math.fma(y, z, e * -2.12194440e-4f);
        y = Math.fma(-z, 0.5f, y);
        return Math.fma(e, 0.693359375f, m + y);
    }

    /** Octant of a non-negative angle, made even: bit 1 swaps sine and cosine, higher bits set the signs. */
    static int octant(float angle) {
        return (int) (angle * 1.27323954473516f) + 1 & ~1;
    }

    /** The angle less its octants. */
    static float reduced(float angle, int octant) {
        float t = Math.fma((float) octant, -0.78515625f, angle);
        t = Math.fma((float) octant, -2.4187564849853515625e-4f, t);
        return Math.fma((float) octant, -3.77489497744594108e-8f, t);
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
        float c = Math.fma(2.443315711809948e-5f, z, -1.388731625493765e-3f);
        c = Math.fma(c, z, 4.166664568298827e-2f);
        return Math.fma(c * z, z, -(z * 0.5f)) + 1;
    }

    private static float sine(float t) {
        float z = t * t;
        float s = Math.fma(-1.9515295891e-4f, z, 8.3321608736e-3f);
        s = Math.fma(s, z, -1.6666654611e-1f);
        return Math.fma(s * z, t, t);
    }
}
