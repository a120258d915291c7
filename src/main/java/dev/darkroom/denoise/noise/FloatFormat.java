package dev.darkroom.denoise.noise;

/**
 * The floating-point types a CPU generator fills tensors with; values are always handed out as floats. Each knows its
 * uniforms and its transform of 16 uniforms to 16 normals: Box and Muller 1958,
 * <a href="https://doi.org/10.1214/aoms/1177706645">doi:10.1214/aoms/1177706645</a>.
 */
public enum FloatFormat {

    /** IEEE single precision: 24 random bits. */
    FLOAT32(24, -126) {
        @Override
        float round(double value) {
            return (float) value;
        }

        @Override
        void transform(float[] values, int start) {
            for (int j = start; j < start + 8; j++) {
                float radius = (float) Math.sqrt(-2f * Cephes.log(1 - values[j]));
                float angle = 6.2831855f * values[j + 8];
                int octant = Cephes.octant(angle);
                float rest = Cephes.reduced(angle, octant);
                values[j] = radius * Cephes.cos(octant, rest) + 0f;
                values[j + 8] = radius * Cephes.sin(octant, rest) + 0f;
            }
        }
    },

    /** IEEE half precision: 11 random bits. */
    FLOAT16(11, -14),

    /** Brain float: 8 random bits. */
    BFLOAT16(8, -126);

    private final int precision;
    private final int smallestExponent;

    FloatFormat(int precision, int smallestExponent) {
        this.precision = precision;
        this.smallestExponent = smallestExponent;
    }

    /** The nearest value of this type, ties to even; for magnitudes within the type's range. */
    float round(double value) {
        float single = (float) value;
        int exponent = Math.max(Math.getExponent(single), smallestExponent);
        double unit = Math.scalb(1.0, exponent - precision + 1);
        return (float) (Math.rint(single / unit) * unit);
    }

    /** A value from 0 to below 1 out of the low bits of a word. */
    float uniform(int word) {
        return (word & (1 << precision) - 1) * Math.scalb(1f, -precision);
    }

    /** Replaces 16 uniforms by 16 normals; in the short types every step is rounded. */
    void transform(float[] values, int start) {
        for (int j = start; j < start + 8; j++) {
            float log = round(StrictMath.log(round(1 - values[j])));
            float radius = round(StrictMath.sqrt(round(-2 * log)));
            float angle = round(2 * Math.PI * values[j + 8]);
            values[j] = round(radius * round(StrictMath.cos(angle))) + 0f;
            values[j + 8] = round(radius * round(StrictMath.sin(angle))) + 0f;
        }
    }
}
