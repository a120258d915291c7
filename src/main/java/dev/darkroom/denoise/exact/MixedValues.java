package dev.darkroom.denoise.exact;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.NoiseLevel;
import java.util.Arrays;
import java.util.List;

/**
 * Data whose values are independent draws from a mixture of normal distributions. Its denoiser is known in closed form; so
 * is the way down the probability-flow ODE, which in one dimension carries quantiles to equal quantiles. Immutable.
 *
 * @param components at least one
 */
public record MixedValues(List<Component> components) implements Denoiser {

    /** Two narrow humps and a broad one, of unit variance or so, as latents have. */
    public static final MixedValues THREE_HUMPS = new MixedValues(
            List.of(new Component(0.5, -0.9, 0.3), new Component(0.3, 0.4, 0.25), new Component(0.2, 1.3, 0.5)));

    /**
     * One hump.
     *
     * @param weight share of the values, 0 to 1; those of all components sum to 1
     * @param mean of its values
     * @param deviation their standard deviation, above 0
     */
    public record Component(double weight, double mean, double deviation) {

        /** Standard deviation at a noise level. */
        double deviationAt(NoiseLevel level) {
            return Math.hypot(level.alpha() * deviation, level.sigma());
        }
    }

    public MixedValues {
        components = List.copyOf(components);
    }

    /** {@code E[x0 | x]}, value by value. */
    @Override
    public float[] denoise(float[] x, NoiseLevel level) {
        float[] denoised = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            denoised[i] = (float) expected(x[i], level);
        }
        return denoised;
    }

    /** There is no prompt, so both predictions are the same. */
    @Override
    public float[] denoiseWithUnguided(float[] x, NoiseLevel level) {
        float[] both = Arrays.copyOf(denoise(x, level), 2 * x.length);
        System.arraycopy(both, 0, both, x.length, x.length);
        return both;
    }

    private double expected(double x, NoiseLevel level) {
        double sum = 0;
        double weights = 0;
        for (Component component : components) {
            double deviation = component.deviationAt(level);
            double distance = x - level.alpha() * component.mean();
            double z = distance / deviation;
            double weight = component.weight() / deviation * Math.exp(-z * z / 2);
            double gain = level.alpha() * component.deviation() * component.deviation() / (deviation * deviation);
            sum += weight * (component.mean() + gain * distance);
            weights += weight;
        }
        return sum / weights;
    }

    /** Where the probability-flow ODE carries a value from one level to another. */
    public double carried(double x, NoiseLevel from, NoiseLevel to) {
        boolean upper = x > 0;
        return quantile(tail(x, from, upper), to, upper);
    }

    /** The value below which a share of the values lies at a level; with {@code upper}, above which. */
    public double quantile(double share, NoiseLevel level, boolean upper) {
        double low = -20 * (level.alpha() + level.sigma());
        double high = -low;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            boolean tooLow = tail(middle, level, upper) < share != upper;
            low = tooLow ? middle : low;
            high = tooLow ? high : middle;
        }
        return (low + high) / 2;
    }

    /** The share of the values below x, or above. */
    private double tail(double x, NoiseLevel level, boolean upper) {
        double sum = 0;
        for (Component component : components) {
            double z = (x - level.alpha() * component.mean()) / component.deviationAt(level);
            sum += component.weight() * NormalTail.below(upper ? -z : z);
        }
        return sum;
    }
}
