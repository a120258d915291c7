package dev.darkroom.denoise.noise;

import dev.darkroom.denoise.Noise;
import java.util.function.LongFunction;

/**
 * The noise of one image as webui draws it: the first draw may be mixed with that of a second seed (variation) and may
 * carry the noise of another picture size in its middle (seed resize); all later draws are the sampler's.
 */
public final class VariedNoise implements Noise {

    private final LongFunction<NormalGenerator> generators;
    private final Seeds seeds;
    private final LatentShape shape;
    private NormalGenerator generator;
    private boolean started;

    /**
     * Which seeds make the noise.
     *
     * @param seed the image's seed
     * @param subseed seed of the variation
     * @param strength share of the variation, 0 to 1
     * @param resizedFrom latent size whose noise is kept in the middle; the shape itself for none
     * @param laterSeedDelta if not 0, the draws after the first come from {@code seed} plus this
     */
    public record Seeds(long seed, long subseed, double strength, LatentShape resizedFrom, long laterSeedDelta) {}

    /**
     * Noise of one image.
     *
     * @param generators makes a fresh generator from a seed
     * @param seeds which seeds
     * @param shape of the latent
     */
    public VariedNoise(LongFunction<NormalGenerator> generators, Seeds seeds, LatentShape shape) {
        this.generators = generators;
        this.seeds = seeds;
        this.shape = shape;
        generator = generators.apply(seeds.seed());
    }

    @Override
    public float[] next() {
        if (started) {
            return generator.normals(shape.size());
        }
        started = true;
        float[] first = first();
        if (seeds.laterSeedDelta() != 0) {
            generator = generators.apply(seeds.seed() + seeds.laterSeedDelta());
        }
        return first;
    }

    private float[] first() {
        LatentShape small = seeds.resizedFrom();
        boolean resized = !small.equals(shape);
        NormalGenerator base = resized ? generators.apply(seeds.seed()) : generator;
        float[] noise = base.normals(small.size());
        if (seeds.strength() != 0) {
            float[] variation = generators.apply(seeds.subseed()).normals(small.size());
            noise = Slerp.byColumns(seeds.strength(), noise, variation, small);
        }
        return resized ? pasted(noise, small, generator.normals(shape.size())) : noise;
    }

    /** Puts the small noise into the middle of the large one; what sticks out is cut off. */
    private float[] pasted(float[] noise, LatentShape small, float[] whole) {
        int gapX = Math.floorDiv(shape.width() - small.width(), 2);
        int gapY = Math.floorDiv(shape.height() - small.height(), 2);
        int width = small.width() + 2 * Math.min(gapX, 0);
        int height = small.height() + 2 * Math.min(gapY, 0);
        for (int c = 0; c < shape.channels(); c++) {
            for (int row = 0; row < height; row++) {
                int from = (c * small.height() + row + Math.max(-gapY, 0)) * small.width() + Math.max(-gapX, 0);
                int to = (c * shape.height() + row + Math.max(gapY, 0)) * shape.width() + Math.max(gapX, 0);
                System.arraycopy(noise, from, whole, to, width);
            }
        }
        return whole;
    }
}
