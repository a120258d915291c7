package dev.darkroom.denoise.noise;

import java.nio.ByteBuffer;

/**
 * PyTorch's CPU generator: the same numbers, bit for bit, as {@code torch.Generator("cpu")} on x86-64 with AVX2. Draws
 * of less than 16 values are made one at a time in double and come in pairs, the second of which waits in the generator;
 * larger draws transform blocks of 16 uniforms.
 */
public final class CpuGenerator implements NormalGenerator {

    private static final int BLOCK = 16;

    private final Mt19937 words;
    private double waiting = Double.NaN;

    /** A fresh generator; only the low 32 bits of the seed matter. */
    public CpuGenerator(long seed) {
        this(new Mt19937(seed));
    }

    private CpuGenerator(Mt19937 words) {
        this.words = words;
    }

    /** A generator that goes on where the one with this {@link #state} was. */
    public static CpuGenerator restored(byte[] state) {
        ByteBuffer buffer = ByteBuffer.wrap(state);
        double waiting = buffer.getDouble();
        CpuGenerator generator = new CpuGenerator(Mt19937.read(buffer));
        generator.waiting = waiting;
        return generator;
    }

    @Override
    public byte[] state() {
        ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES + Mt19937.STATE_BYTES);
        buffer.putDouble(waiting);
        words.write(buffer);
        return buffer.array();
    }

    @Override
    public float[] normals(int count) {
        return normals(count, FloatFormat.FLOAT32);
    }

    /** Values as a tensor of that type draws them: a half-precision draw is not a rounded float draw. */
    public float[] normals(int count, FloatFormat format) {
        float[] values = new float[count];
        if (count < BLOCK) {
            for (int i = 0; i < count; i++) {
                values[i] = format.round(nextNormal());
            }
            return values;
        }
        for (int i = 0; i < count; i++) {
            values[i] = format.uniform(words.nextWord());
        }
        for (int start = 0; start + BLOCK <= count; start += BLOCK) {
            format.transform(values, start);
        }
        if (count % BLOCK != 0) {
            int start = count - BLOCK;
            for (int i = start; i < count; i++) {
                values[i] = format.uniform(words.nextWord());
            }
            format.transform(values, start);
        }
        return values;
    }

    /** Standard normal values in double. */
    public double[] normalDoubles(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = count < BLOCK ? nextNormal() : nextUniform();
        }
        if (count < BLOCK) {
            return values;
        }
        for (int start = 0; start + BLOCK <= count; start += BLOCK) {
            transform(values, start);
        }
        if (count % BLOCK != 0) {
            for (int i = count - BLOCK; i < count; i++) {
                values[i] = nextUniform();
            }
            transform(values, count - BLOCK);
        }
        return values;
    }

    /** Values from 0 to below 1, as a tensor of that type draws them. */
    public float[] uniforms(int count, FloatFormat format) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = format.uniform(words.nextWord());
        }
        return values;
    }

    /** Values from 0 to below 1 in double. */
    public double[] uniformDoubles(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = nextUniform();
        }
        return values;
    }

    /** Whole numbers from {@code low} to below {@code high}, as {@code randint} draws them. */
    public long[] integers(int count, long low, long high) {
        long range = high - low;
        boolean wide = Long.compareUnsigned(range, 1L << 28) >= 0;
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            long bits = wide ? words.nextLong() : words.nextWord() & 0xFFFFFFFFL;
            values[i] = low + Long.remainderUnsigned(bits, range);
        }
        return values;
    }

    /** The numbers 0 to {@code count - 1} in random order, as {@code randperm} draws them. */
    public long[] permutation(int count) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = i;
        }
        for (int i = 0; i + 1 < count; i++) {
            int other = i + Integer.remainderUnsigned(words.nextWord(), count - i);
            long value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
        return values;
    }

    /** The next 32 raw bits. */
    public int nextWord() {
        return words.nextWord();
    }

    private double nextUniform() {
        return (words.nextLong() & (1L << 53) - 1) * 0x1p-53;
    }

    private double nextNormal() {
        if (!Double.isNaN(waiting)) {
            double value = waiting;
            waiting = Double.NaN;
            return value;
        }
        double angle = 2 * Math.PI * nextUniform();
        double radius = StrictMath.sqrt(-2 * StrictMath.log1p(-nextUniform()));
        waiting = radius * StrictMath.sin(angle);
        return radius * StrictMath.cos(angle);
    }

    private static void transform(double[] values, int start) {
        for (int j = start; j < start + BLOCK / 2; j++) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - values[j]));
            double angle = 2 * Math.PI * values[j + BLOCK / 2];
            values[j] = radius * StrictMath.cos(angle);
            values[j + BLOCK / 2] = radius * StrictMath.sin(angle);
        }
    }
}
