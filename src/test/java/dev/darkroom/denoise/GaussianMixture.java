package dev.darkroom.denoise;

import dev.darkroom.golden.GoldenTensor;
import dev.darkroom.golden.GoldenTensors;
import java.util.Arrays;

/**
 * A mixture of isotropic Gaussians, whose exact denoiser is known.
 *
 * <p>Notation: K components, d elements of a latent; tau_k^2 = alpha^2 s_k^2 + sigma^2.
 *
 * @param weights [K]
 * @param stds [K]
 * @param means [K, d]
 */
@SuppressWarnings("ArrayRecordComponent")
record GaussianMixture(double[] weights, double[] stds, double[][] means) implements AnalyticNetwork {

    static GaussianMixture read(GoldenTensors tensors) {
        GoldenTensor means = tensors.get("gm/means");
        int components = means.shape()[0];
        int size = means.count() / components;
        double[][] rows = new double[components][];
        for (int k = 0; k < components; k++) {
            rows[k] = Arrays.copyOfRange(means.doubles(), k * size, (k + 1) * size);
        }
        return new GaussianMixture(
                tensors.get("gm/weights").doubles(), tensors.get("gm/stds").doubles(), rows);
    }

    @Override
    public float[] evaluate(float[] input, NoiseLevel level, OutputForm output) {
        double[] x = new double[input.length];
        Arrays.setAll(x, i -> input[i]);
        double[] denoised = denoise(x, level.alpha(), level.sigma());
        float[] values = new float[x.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) output.read(x[i], denoised[i], level.alpha(), level.sigma());
        }
        return values;
    }

    /** One component alone. */
    GaussianMixture component(int k) {
        return new GaussianMixture(new double[] {1}, new double[] {stds[k]}, new double[][] {means[k]});
    }

    /** The expectation of the clean latent: D(x; alpha, sigma). */
    double[] denoise(double[] x, double alpha, double sigma) {
        double[] shares = shares(x, alpha, sigma);
        double[] denoised = new double[x.length];
        for (int k = 0; k < weights.length; k++) {
            double factor = alpha * stds[k] * stds[k] / (alpha * alpha * stds[k] * stds[k] + sigma * sigma);
            for (int i = 0; i < x.length; i++) {
                denoised[i] += shares[k] * (means[k][i] + factor * (x[i] - alpha * means[k][i]));
            }
        }
        return denoised;
    }

    /** The mixture of the first {@code size} elements only. */
    GaussianMixture restricted(int size) {
        double[][] cut =
                Arrays.stream(means).map(mean -> Arrays.copyOf(mean, size)).toArray(double[][]::new);
        return new GaussianMixture(weights, stds, cut);
    }

    /** Logarithm of the density of {@code x = alpha * x0 + sigma * noise}, in nats. */
    double logDensity(double[] x, double alpha, double sigma) {
        double[] logits = logits(x, alpha, sigma);
        double largest = Arrays.stream(logits).max().orElseThrow();
        double sum = Arrays.stream(logits).map(l -> Math.exp(l - largest)).sum();
        return largest + Math.log(sum) - x.length / 2.0 * Math.log(2 * Math.PI);
    }

    /** The product of the denoiser's Jacobian with {@code v}: sum of r_k (c_k v + m_k (g_k - g) v). */
    double[] jacobianProduct(double[] x, double alpha, double sigma, double[] v) {
        double[] shares = shares(x, alpha, sigma);
        double[] slopes = new double[weights.length];
        double mean = 0;
        for (int k = 0; k < slopes.length; k++) {
            for (int i = 0; i < x.length; i++) {
                slopes[k] -= (x[i] - alpha * means[k][i]) / total(k, alpha, sigma) * v[i];
            }
            mean += shares[k] * slopes[k];
        }
        double[] product = new double[x.length];
        for (int k = 0; k < slopes.length; k++) {
            double factor = alpha * stds[k] * stds[k] / total(k, alpha, sigma);
            for (int i = 0; i < x.length; i++) {
                double denoised = means[k][i] + factor * (x[i] - alpha * means[k][i]);
                product[i] += shares[k] * (factor * v[i] + denoised * (slopes[k] - mean));
            }
        }
        return product;
    }

    /** The trace of the denoiser's Jacobian. */
    double jacobianTrace(double[] x, double alpha, double sigma) {
        double trace = 0;
        double[] unit = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            unit[i] = 1;
            trace += jacobianProduct(x, alpha, sigma, unit)[i];
            unit[i] = 0;
        }
        return trace;
    }

    private double total(int k, double alpha, double sigma) {
        return alpha * alpha * stds[k] * stds[k] + sigma * sigma;
    }

    private double[] shares(double[] x, double alpha, double sigma) {
        double[] logits = logits(x, alpha, sigma);
        double largest = Arrays.stream(logits).max().orElseThrow();
        double[] shares = Arrays.stream(logits).map(l -> Math.exp(l - largest)).toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(s -> s / sum).toArray();
    }

    private double[] logits(double[] x, double alpha, double sigma) {
        double[] logits = new double[weights.length];
        for (int k = 0; k < weights.length; k++) {
            double tau = total(k, alpha, sigma);
            double squares = 0;
            for (int i = 0; i < x.length; i++) {
                double difference = x[i] - alpha * means[k][i];
                squares += difference * difference;
            }
            logits[k] = Math.log(weights[k]) - x.length / 2.0 * Math.log(tau) - squares / (2 * tau);
        }
        return logits;
    }
}
