package dev.darkroom.latent;

/**
 * Discrete symbols as real numbers that a diffusion process can work on: each bit of a symbol becomes -1 or 1 in a plane
 * of its own (Chen, Zhang and Hinton 2022, section 2.1, <a href="https://arxiv.org/abs/2208.04202">arXiv:2208.04202</a>).
 *
 * @param bits of a symbol, 1 to 8; the first plane holds the highest
 */
public record AnalogBits(int bits) {

    private static final int MOST = 8;

    public AnalogBits {
        if (bits < 1 || bits > MOST) {
            throw new IllegalArgumentException("bits: " + bits + "; a symbol has 1 to " + MOST);
        }
    }

    /** The number of symbols. */
    public int symbols() {
        return 1 << bits;
    }

    /**
     * Planes of symbols.
     *
     * @param symbols each 0 to {@link #symbols()} - 1
     * @return [bits, symbols.length] flattened, -1 or 1
     */
    public float[] encode(int[] symbols) {
        float[] planes = new float[bits * symbols.length];
        for (int bit = 0; bit < bits; bit++) {
            for (int i = 0; i < symbols.length; i++) {
                boolean set = (symbols[i] >> bits - 1 - bit & 1) == 1;
                planes[bit * symbols.length + i] = set ? 1 : -1;
            }
        }
        return planes;
    }

    /** The symbols of planes: a bit is set where its number is greater than 0. */
    public int[] decode(float[] planes) {
        int[] symbols = new int[planes.length / bits];
        for (int bit = 0; bit < bits; bit++) {
            for (int i = 0; i < symbols.length; i++) {
                symbols[i] = symbols[i] << 1 | (planes[bit * symbols.length + i] > 0 ? 1 : 0);
            }
        }
        return symbols;
    }
}
