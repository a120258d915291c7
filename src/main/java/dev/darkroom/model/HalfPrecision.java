package dev.darkroom.model;

/** IEEE 754 binary16. */
final class HalfPrecision {

    private static final int EXPONENT_GAP = 127 - 15;
    private static final int DROPPED_BITS = 23 - 10;
    private static final int INFINITY = 0x7C00;

    private HalfPrecision() {}

    /** The nearest half-precision number, ties to even; what is too large becomes infinite. */
    static short of(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        int magnitude = bits & 0x7FFFFFFF;
        if (magnitude > 0x7F800000) {
            return (short) (sign | INFINITY | 0x200);
        }
        int exponent = (magnitude >>> 23) - EXPONENT_GAP;
        if (exponent >= 31) {
            return (short) (sign | INFINITY);
        }
        if (exponent <= 0) {
            int shift = DROPPED_BITS + 1 - exponent;
            return (short) (sign | (shift > 24 ? 0 : rounded(magnitude & 0x7FFFFF | 0x800000, shift)));
        }
        // a carry out of the mantissa correctly moves into the exponent
        return (short) (sign | rounded(magnitude - (EXPONENT_GAP << 23), DROPPED_BITS));
    }

    private static int rounded(int value, int shift) {
        int kept = value >>> shift;
        int rest = value & (1 << shift) - 1;
        int half = 1 << shift - 1;
        return rest > half || rest == half && (kept & 1) == 1 ? kept + 1 : kept;
    }
}
