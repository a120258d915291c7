package dev.darkroom.training.stage;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.torch.Learner.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/** Noisy examples with what a network has to say of them, row by row: the tensors of a batch while they are filled. */
final class NoisyRows {

    private final NoisePlan plan;
    private final long[] shape;
    private final float[] samples;
    private final float[] targets;
    private final float[] timesteps;
    private final float[] weights;

    /** @param shape of all samples, [rows, channels, height, width] */
    NoisyRows(NoisePlan plan, long... shape) {
        this.plan = plan;
        this.shape = shape.clone();
        int rows = Math.toIntExact(shape[0]);
        int size = Math.toIntExact(shape[1] * shape[2] * shape[3]);
        this.samples = new float[rows * size];
        this.targets = new float[rows * size];
        this.timesteps = new float[rows];
        this.weights = new float[rows];
    }

    /**
     * Fills a row.
     *
     * @param clean [channels, height, width] flattened
     * @param noise standard normal, as many numbers
     */
    void put(int row, float[] clean, float[] noise, NoiseLevel level) {
        System.arraycopy(plan.sample(clean, noise, level), 0, samples, row * clean.length, clean.length);
        System.arraycopy(plan.target(clean, noise, level), 0, targets, row * clean.length, clean.length);
        timesteps[row] = (float) plan.told(level);
        weights[row] = (float) plan.weight(level);
    }

    /** {@code sample}, {@code target}, {@code timesteps} and {@code weight}; more may be added. */
    Map<String, Values> tensors() {
        Map<String, Values> tensors = new LinkedHashMap<>();
        tensors.put("sample", new Values(samples, shape));
        tensors.put("target", new Values(targets, shape));
        tensors.put("timesteps", new Values(timesteps, shape[0]));
        tensors.put("weight", new Values(weights, shape[0]));
        return tensors;
    }
}
