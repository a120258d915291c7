package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.NoiseLevel;
import java.util.List;

/**
 * The integral over one step of SA-Solver: the polynomial through known outputs, against an exponential in lambda. Xue et
 * al. 2023, equations 14 and 17, <a href="https://arxiv.org/abs/2309.05019">arXiv:2309.05019</a>.
 */
public enum SaIntegral {

    /** Integrates the predicted clean latent. */
    CLEAN,

    /** Integrates the predicted noise; cannot end at sigma 0. */
    NOISE;

    /** An output of the network and where it was taken. */
    @SuppressWarnings("ArrayRecordComponent")
    record Output(double lambda, float[] value) {}

    /** One step and how stochastic it is. */
    record Step(NoiseLevel from, NoiseLevel to, double tau) {

        double h() {
            return to.lambda() - from.lambda();
        }
    }

    Output output(float[] x, float[] denoised, NoiseLevel level) {
        return new Output(level.lambda(), this == CLEAN ? denoised : PredictedNoise.of(x, denoised, level));
    }

    /** The step as seen from its beginning: stochastic Adams-Bashforth. */
    float[] predicted(float[] x, Step step, List<Output> newestFirst, float[] draw) {
        double[] weights = weights(step, newestFirst);
        if (this == CLEAN && newestFirst.size() == 2) {
            adjust(
                    weights,
                    step,
                    1 / (newestFirst.get(0).lambda() - newestFirst.get(1).lambda()));
        }
        return taken(x, step, weights, newestFirst, draw);
    }

    /** The step once the output at its end, the newest, is known: stochastic Adams-Moulton. */
    float[] corrected(float[] x, Step step, List<Output> newestFirst, float[] draw) {
        double[] weights = weights(step, newestFirst);
        if (this == CLEAN && newestFirst.size() == 2) {
            adjust(weights, step, 1 / step.h());
        }
        return taken(x, step, weights, newestFirst, draw);
    }

    /** At order 2 the published code replaces the exact integral of the slope by that of the midpoint rule. */
    private static void adjust(double[] weights, Step step, double inverseDistance) {
        double c = 1 + step.tau() * step.tau();
        double h = step.h();
        double exact = (h * c - 1 + Math.exp(-c * h)) / (c * c);
        double added = c * step.to().alpha() * (h * h / 2 - exact) * inverseDistance;
        weights[0] += added;
        weights[1] -= added;
    }

    private double[] weights(Step step, List<Output> outputs) {
        double c = 1 + step.tau() * step.tau();
        double[] nodes = outputs.stream()
                .mapToDouble(output -> output.lambda() - step.to().lambda())
                .toArray();
        double rate = this == CLEAN ? c : -1;
        double scale = this == CLEAN ? c * step.to().alpha() : -c * step.to().sigma();
        double[] moments = moments(rate, step.h(), nodes.length);
        double[] weights = new double[nodes.length];
        for (int k = 0; k < weights.length; k++) {
            double[] basis = basis(nodes, k);
            for (int power = 0; power < basis.length; power++) {
                weights[k] += scale * basis[power] * moments[power];
            }
        }
        return weights;
    }

    /** Integrals of {@code exp(rate * u) * u^k} over u from -h to 0. */
    private static double[] moments(double rate, double h, int count) {
        double[] moments = new double[count];
        moments[0] = -Math.expm1(-rate * h) / rate;
        for (int k = 1; k < count; k++) {
            moments[k] = -(Math.exp(-rate * h) * Math.pow(-h, k) + k * moments[k - 1]) / rate;
        }
        return moments;
    }

    /** Coefficients, lowest power first, of the polynomial that is 1 at node k and 0 at the others. */
    private static double[] basis(double[] nodes, int k) {
        double[] coefficients = new double[nodes.length];
        coefficients[0] = 1;
        for (int j = 0, degree = 0; j < nodes.length; j++) {
            if (j == k) {
                continue;
            }
            degree++;
            double inverse = 1 / (nodes[k] - nodes[j]);
            for (int power = degree; power >= 0; power--) {
                double lower = power > 0 ? coefficients[power - 1] : 0;
                coefficients[power] = (lower - nodes[j] * coefficients[power]) * inverse;
            }
        }
        return coefficients;
    }

    private float[] taken(float[] x, Step step, double[] weights, List<Output> outputs, float[] draw) {
        double tau = step.tau();
        double[] factors = new double[weights.length + 2];
        float[][] terms = new float[weights.length + 2][];
        double kept = Math.exp(-tau * tau * step.h());
        boolean clean = this == CLEAN;
        factors[0] = clean
                ? kept * step.to().sigma() / step.from().sigma()
                : step.to().alpha() / step.from().alpha();
        double spread =
                clean ? Math.sqrt(-Math.expm1(-2 * tau * tau * step.h())) : tau * Math.sqrt(Math.expm1(2 * step.h()));
        factors[1] = step.to().sigma() * spread;
        terms[0] = x;
        terms[1] = draw;
        for (int k = 0; k < weights.length; k++) {
            factors[k + 2] = weights[k];
            terms[k + 2] = outputs.get(k).value();
        }
        return combine(factors, terms);
    }
}
