package dev.darkroom.training.stage;

import dev.darkroom.torch.Blueprint;
import dev.darkroom.torch.Learner.Values;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Weights before the first update: norms are the identity, biases zero, the rest normal with variance 1 / fan-in (LeCun
 * et al. 1998, "Efficient BackProp", equation 16). A function of seed and name.
 */
final class FirstWeights {

    private final long seed;

    FirstWeights(long seed) {
        this.seed = seed;
    }

    /** All weights of a network, by its own names. */
    Map<String, Values> of(Blueprint network) {
        return of(network.shapes());
    }

    /** Weights of these names and shapes. */
    Map<String, Values> of(Map<String, long[]> shapes) {
        Map<String, Values> weights = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> weights.put(name, new Values(numbers(name, shape), shape)));
        return weights;
    }

    private float[] numbers(String name, long[] shape) {
        float[] numbers = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
        if (shape.length == 1) {
            Arrays.fill(numbers, name.contains("norm") && name.endsWith(".weight") ? 1 : 0);
            return numbers;
        }
        double fanIn = numbers.length / (double) shape[0];
        return normal(numbers, name, 1 / Math.sqrt(fanIn));
    }

    /** Fills with normal numbers that depend on seed and name alone. */
    float[] normal(float[] numbers, String name, double deviation) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + name.hashCode());
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (random.nextGaussian() * deviation);
        }
        return numbers;
    }
}
