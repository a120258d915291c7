package dev.darkroom.denoise.noise;

import java.nio.ByteBuffer;

/**
 * PyTorch's CUDA generator: what {@code torch.randn(device="cuda")} draws, within a few units of the last place. The
 * arithmetic is in double, as in webui's CPU emulation, so the bits do not depend on a GPU.
 */
public final class CudaGenerator implements NormalGenerator {

    private static final int BLOCK_THREADS = 256;
    private static final double UNIT = 0x1p-32;
    private static final double UNIT_ANGLE = (float) (2.3283064e-10 * 6.2831855);

    private final long seed;
    private final GpuWave wave;
    private long offset;

    /** A fresh generator for draws that fit into one wave of threads, on which all GPUs agree. */
    public CudaGenerator(long seed) {
        this(seed, GpuWave.UNBOUNDED, 0);
    }

    /** A fresh generator that fills large draws in waves as the given GPU does. */
    public CudaGenerator(long seed, GpuWave wave) {
        this(seed, wave, 0);
    }

    private CudaGenerator(long seed, GpuWave wave, long offset) {
        this.seed = seed;
        this.wave = wave;
        this.offset = offset;
    }

    /** A generator that goes on where the one with this {@link #state} was. */
    public static CudaGenerator restored(byte[] state, GpuWave wave) {
        ByteBuffer buffer = ByteBuffer.wrap(state);
        return new CudaGenerator(buffer.getLong(), wave, buffer.getLong());
    }

    @Override
    public byte[] state() {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(seed).putLong(offset).array();
    }

    @Override
    public float[] normals(int count) {
        if (count == 0) {
            return new float[0];
        }
        long threads = BLOCK_THREADS * wave.blocks((count + BLOCK_THREADS - 1) / BLOCK_THREADS, BLOCK_THREADS);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            long lap = i / (4 * threads);
            int component = (int) (i % (4 * threads) / threads);
            values[i] = normal(offset / 4 + lap, i % threads, component);
        }
        offset += ((count - 1) / (4 * threads) + 1) * 4;
        return values;
    }

    private float normal(long position, long thread, int component) {
        int[] counter = {(int) position, (int) (position >>> 32), (int) thread, (int) (thread >>> 32)};
        int[] words = Philox.words(counter, seed);
        int pair = component / 2 * 2;
        double u = (words[pair] & 0xFFFFFFFFL) * UNIT + UNIT / 2;
        double v = (words[pair + 1] & 0xFFFFFFFFL) * UNIT_ANGLE + UNIT_ANGLE / 2;
        double radius = StrictMath.sqrt(-2 * StrictMath.log(u));
        return (float) (radius * (component % 2 == 0 ? StrictMath.sin(v) : StrictMath.cos(v)));
    }
}
