package dev.darkroom.denoise.noise;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Schedule;
import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.stream.DoubleStream;

/**
 * Noise of one image whose draws between two levels are the increments of one Brownian motion, as k-diffusion and webui
 * draw for the SDE samplers: other step counts then walk the same path. Draws without levels come from another source. Not
 * thread-safe.
 */
public final class BrownianNoise implements Noise {

    private final Noise independent;
    private final BrownianTree tree;
    private final int size;

    /**
     * Noise over the levels of a run.
     *
     * @param independent of draws without levels: the first one
     * @param generators makes a fresh generator from a seed
     * @param seed the image's seed
     * @param schedule of the run; the motion goes from its smallest level above 0 to the largest
     * @param size values of a latent
     */
    public BrownianNoise(
            Noise independent, LongFunction<NormalGenerator> generators, long seed, Schedule schedule, int size) {
        this.independent = independent;
        this.size = size;
        double[] ratios = schedule.steps().stream()
                .flatMapToDouble(step -> DoubleStream.of(ratio(step.from()), ratio(step.to())))
                .filter(ratio -> ratio > 0)
                .toArray();
        double smallest = Arrays.stream(ratios).min().orElse(0);
        double largest = Arrays.stream(ratios).max().orElse(1);
        tree = new BrownianTree(generators, seed, smallest, largest, size);
    }

    @Override
    public float[] next() {
        return independent.next();
    }

    /** Standard normal values; zeros for a step that ends without noise, whose draw has no weight. */
    @Override
    public float[] between(NoiseLevel from, NoiseLevel to) {
        float[] draw = new float[size];
        if (to.clean()) {
            return draw;
        }
        double high = ratio(from);
        double low = ratio(to);
        double[] gained = tree.gained(low, high);
        double factor = -1 / Math.sqrt(high - low);
        for (int i = 0; i < size; i++) {
            draw[i] = (float) (factor * gained[i]);
        }
        return draw;
    }

    private static double ratio(NoiseLevel level) {
        return level.sigma() / level.alpha();
    }
}
