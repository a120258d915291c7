package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.NoiseLevel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One update of UniPC (Zhao et al. 2023, equations 3, 8 and 9): the exponential integrator's first-order step, plus
 * differences of outputs whose weights solve {@code R * rho = b}.
 *
 * @param predictsClean integrate the predicted clean latent, else the predicted noise
 * @param firstVariant B_1(h) = h (bh1), else B_2(h) = exp(h) - 1 (bh2)
 */
public record UniPcUpdate(boolean predictsClean, boolean firstVariant) {

    /** An output of the network and where it was taken. */
    @SuppressWarnings("ArrayRecordComponent")
    record Output(double lambda, float[] value) {}

    Output output(float[] x, float[] denoised, NoiseLevel level) {
        return new Output(level.lambda(), predictsClean ? denoised : PredictedNoise.of(x, denoised, level));
    }

    /** Steps on with the newest outputs, the newest first. */
    float[] predict(float[] x, NoiseLevel from, NoiseLevel to, List<Output> outputs) {
        return update(x, from, to, outputs, null);
    }

    /** Takes the step again, now that the output at its end is known. */
    float[] correct(float[] x, NoiseLevel from, NoiseLevel to, List<Output> outputs, Output reached) {
        return update(x, from, to, outputs, reached);
    }

    private float[] update(float[] x, NoiseLevel from, NoiseLevel to, List<Output> outputs, @Nullable Output reached) {
        double h = to.lambda() - from.lambda();
        double hh = predictsClean ? -h : h;
        double phi = Math.expm1(hh);
        double scale = predictsClean ? -to.alpha() : -to.sigma();
        List<Output> others = new ArrayList<>(outputs.subList(1, outputs.size()));
        if (reached != null) {
            others.add(reached);
        }
        double[] ratios = others.stream()
                .mapToDouble(other -> (other.lambda() - from.lambda()) / h)
                .toArray();
        double[] rho = weights(ratios, hh);
        double[] factors = new double[others.size() + 2];
        float[][] terms = new float[others.size() + 2][];
        factors[0] = predictsClean ? to.sigma() / from.sigma() : to.alpha() / from.alpha();
        factors[1] = scale * phi;
        terms[0] = x;
        terms[1] = outputs.get(0).value();
        for (int k = 0; k < others.size(); k++) {
            double weight = scale * (firstVariant ? hh : phi) * rho[k] / ratios[k];
            factors[k + 2] = weight;
            factors[1] -= weight;
            terms[k + 2] = others.get(k).value();
        }
        return combine(factors, terms);
    }

    /** One difference alone has weight 1/2, as the published code simplifies. */
    private double[] weights(double[] ratios, double hh) {
        int order = ratios.length;
        if (order == 1) {
            return new double[] {0.5};
        }
        double[][] matrix = new double[order][order];
        double[] right = new double[order];
        double base = firstVariant ? hh : Math.expm1(hh);
        double phi = Math.expm1(hh) / hh - 1;
        double factorial = 1;
        for (int i = 0; i < order; i++) {
            for (int k = 0; k < order; k++) {
                matrix[i][k] = Math.pow(ratios[k], i);
            }
            right[i] = phi * factorial / base;
            factorial *= i + 2;
            phi = phi / hh - 1 / factorial;
        }
        return LinearSystem.solve(matrix, right);
    }
}
