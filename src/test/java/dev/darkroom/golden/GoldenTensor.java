package dev.darkroom.golden;

import java.nio.ByteBuffer;

/**
 * One tensor of a fixture; values in row-major order.
 *
 * @param type {@code F32}, {@code F64}, {@code I64}, {@code U8}, {@code F16}, {@code BF16}
 * @param shape sizes, outermost first; empty for a scalar
 * @param bytes little-endian values, read-only
 */
@SuppressWarnings("ArrayRecordComponent")
public record GoldenTensor(String type, int[] shape, ByteBuffer bytes) {

    /** Number of values. */
    public int count() {
        int count = 1;
        for (int size : shape) {
            count *= size;
        }
        return count;
    }

    /** The values as floats; exact for F32, F16 and BF16. */
    public float[] floats() {
        float[] values = new float[count()];
        if (type.equals("F32")) {
            bytes.duplicate().order(bytes.order()).asFloatBuffer().get(values);
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) number(i);
        }
        return values;
    }

    /** The values as doubles; exact for every floating-point type. */
    public double[] doubles() {
        double[] values = new double[count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(i);
        }
        return values;
    }

    /** The values of an integer tensor. */
    public long[] longs() {
        long[] values = new long[count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (long) number(i);
            if (type.equals("I64")) {
                values[i] = bytes.getLong(8 * i);
            }
        }
        return values;
    }

    private double number(int i) {
        return switch (type) {
            case "F64" -> bytes.getDouble(8 * i);
            case "F32" -> bytes.getFloat(4 * i);
            case "I64" -> bytes.getLong(8 * i);
            case "I32" -> bytes.getInt(4 * i);
            case "U8", "BOOL" -> bytes.get(i) & 0xFF;
            case "BF16" -> Float.intBitsToFloat(bytes.getShort(2 * i) << 16);
            case "F16" -> half(bytes.getShort(2 * i));
            default -> throw new AssertionError("unknown tensor type " + type);
        };
    }

    /** IEEE 754 binary16: sign, five exponent bits, ten fraction bits. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        double magnitude = switch (exponent) {
            case 0 -> fraction * 0x1p-24;
            case 0x1F -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            default -> Math.scalb(1 + fraction * 0x1p-10, exponent - 15);
        };
        return bits < 0 ? -magnitude : magnitude;
    }
}
