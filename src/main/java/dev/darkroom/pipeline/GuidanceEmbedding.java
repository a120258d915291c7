package dev.darkroom.pipeline;

/**
 * The guidance scale as a distilled network reads it, instead of a second row: Luo et al. 2023, Latent Consistency
 * Models, section 4.2, <a href="https://arxiv.org/abs/2310.04378">arXiv:2310.04378</a>; a sinusoidal embedding as for
 * timesteps (Vaswani et al. 2017), sines first.
 */
final class GuidanceEmbedding {

    private static final double LONGEST_PERIOD = 10_000;
    private static final double STRETCH = 1000;

    private GuidanceEmbedding() {}

    /**
     * @param scale guidance scale w; w - 1 is embedded
     * @param width number of values, even
     */
    static float[] of(double scale, int width) {
        int half = width / 2;
        float[] embedding = new float[width];
        for (int i = 0; i < half; i++) {
            double angle = (scale - 1) * STRETCH * Math.exp(-Math.log(LONGEST_PERIOD) * i / (half - 1));
            embedding[i] = (float) Math.sin(angle);
            embedding[half + i] = (float) Math.cos(angle);
        }
        return embedding;
    }
}
