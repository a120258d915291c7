package dev.darkroom.denoise.guidance;

import dev.darkroom.denoise.LinearCombination;
import dev.darkroom.denoise.NoiseLevel;
import java.util.ArrayList;
import java.util.List;

/**
 * Several prompts at once, webui's {@code AND}: Liu et al. 2022 (composable diffusion), equation 11,
 * <a href="https://arxiv.org/abs/2206.01714">arXiv:2206.01714</a>.
 *
 * @param prompts each with its weight
 * @param unconditional the negative prompt
 * @param scale how far to go
 * @param <C> what a row is conditioned on
 */
public record ComposedGuidance<C>(List<Weighted<C>> prompts, C unconditional, double scale) implements Guidance<C> {

    /** A prompt and its weight, which may be negative. */
    public record Weighted<C>(C condition, double weight) {}

    public ComposedGuidance {
        prompts = List.copyOf(prompts);
    }

    @Override
    public List<C> conditions(NoiseLevel level) {
        List<C> conditions = new ArrayList<>(List.of(unconditional));
        prompts.forEach(prompt -> conditions.add(prompt.condition()));
        return conditions;
    }

    @Override
    public float[] combine(List<float[]> outputs) {
        double[] weights = new double[outputs.size()];
        weights[0] = 1;
        for (int i = 1; i < weights.length; i++) {
            weights[i] = scale * prompts.get(i - 1).weight();
            weights[0] -= weights[i];
        }
        return LinearCombination.combine(weights, outputs.toArray(new float[0][]));
    }
}
