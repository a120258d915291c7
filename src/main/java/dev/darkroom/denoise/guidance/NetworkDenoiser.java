package dev.darkroom.denoise.guidance;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.guidance.Preconditioning.Factors;
import java.util.Arrays;
import java.util.List;

/**
 * Turns a raw network into a denoiser of one image: scales the input, guides the raw outputs, reads them as a clean
 * latent, thresholds it.
 *
 * @param network evaluated once a call, all conditions together
 * @param guidance which conditions, and how their outputs combine
 * @param preconditioning the network's prediction type
 * @param thresholding of the result
 * @param showing what the network sees of the latent
 * @param <C> what a row is conditioned on
 */
public record NetworkDenoiser<C>(
        Network<C> network,
        Guidance<C> guidance,
        Preconditioning preconditioning,
        Thresholding thresholding,
        Showing showing)
        implements Denoiser {

    /** A denoiser whose network sees the latent as it is. */
    public NetworkDenoiser(
            Network<C> network, Guidance<C> guidance, Preconditioning preconditioning, Thresholding thresholding) {
        this(network, guidance, preconditioning, thresholding, Showing.ALL);
    }

    @Override
    public float[] denoise(float[] x, NoiseLevel level) {
        return read(x, output(x, level), level);
    }

    @Override
    public float[] denoiseWithVariance(float[] x, NoiseLevel level) {
        float[] output = output(x, level);
        if (output.length != 2 * x.length) {
            return Denoiser.super.denoiseWithVariance(x, level);
        }
        float[] both = Arrays.copyOf(read(x, output, level), output.length);
        System.arraycopy(output, x.length, both, x.length, x.length);
        return both;
    }

    @Override
    public float[] denoiseWithUnguided(float[] x, NoiseLevel level) {
        List<float[]> outputs = evaluate(x, level, guidance.conditionsWithUnguided(level));
        float[] both = Arrays.copyOf(read(x, guidance.combine(outputs), level), 2 * x.length);
        System.arraycopy(read(x, guidance.unguided(outputs), level), 0, both, x.length, x.length);
        return both;
    }

    /** Straight from the network's output, unless the clean latent is thresholded. */
    @Override
    public float[] score(float[] x, NoiseLevel level) {
        if (!thresholding.equals(Thresholding.NONE)) {
            return Denoiser.super.score(x, level);
        }
        Factors factors = preconditioning.at(level);
        double scale = level.alpha() / (level.sigma() * level.sigma());
        double skip = (level.alpha() * factors.skip() - 1) / (level.sigma() * level.sigma());
        return combine(skip, x, scale * factors.out(), output(x, level));
    }

    private float[] output(float[] x, NoiseLevel level) {
        return guidance.combine(evaluate(x, level, guidance.conditions(level)));
    }

    private List<float[]> evaluate(float[] x, NoiseLevel level, List<C> conditions) {
        double scale = preconditioning.at(level).in();
        float[] input = combine(scale, x);
        showing.show(input, scale, level);
        return network.evaluate(input, preconditioning.told(level), conditions);
    }

    private float[] read(float[] x, float[] output, NoiseLevel level) {
        Factors factors = preconditioning.at(level);
        return thresholding.apply(combine(factors.skip(), x, factors.out(), output));
    }
}
