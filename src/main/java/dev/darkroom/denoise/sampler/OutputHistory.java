package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.sampler.DpmExponentials.Weights;
import java.util.ArrayList;
import java.util.List;

/** The newest outputs of a network and the lambdas they belong to: what multistep solvers remember during one run. */
final class OutputHistory {

    @SuppressWarnings("ArrayRecordComponent")
    private record Output(double lambda, float[] value) {}

    private final List<Output> newestFirst = new ArrayList<>();
    private final int capacity;

    OutputHistory(int capacity) {
        this.capacity = capacity;
    }

    /** Takes the newest output and forgets what is older than the capacity. */
    void add(float[] output, double lambda) {
        newestFirst.add(0, new Output(lambda, output));
        if (newestFirst.size() > capacity) {
            newestFirst.remove(capacity);
        }
    }

    /** Number of outputs remembered. */
    int size() {
        return newestFirst.size();
    }

    /**
     * One step: the state and the outputs with their weights, derivatives taken as divided differences over the newest
     * {@code order} outputs.
     */
    float[] step(float[] x, Weights weights, int order) {
        double[] factors = new double[order + 1];
        float[][] terms = new float[order + 1][];
        factors[0] = weights.state();
        terms[0] = x;
        for (int k = 0; k < order; k++) {
            terms[k + 1] = newestFirst.get(k).value();
        }
        factors[1] = weights.output();
        if (order == 2) {
            addDifference(factors, 0, weights.slope() / distance(0, weights.h()));
        } else if (order == 3) {
            double r0 = distance(0, weights.h());
            double r1 = distance(1, weights.h());
            double second = weights.curvature() / (r0 + r1);
            double share = r0 / (r0 + r1);
            addDifference(factors, 0, (weights.slope() * (1 + share) + second) / r0);
            addDifference(factors, 1, -(weights.slope() * share + second) / r1);
        }
        return combine(factors, terms);
    }

    /** Distance of outputs k and k + 1, in units of the coming step. */
    private double distance(int k, double h) {
        return (newestFirst.get(k).lambda() - newestFirst.get(k + 1).lambda()) / h;
    }

    private static void addDifference(double[] factors, int k, double weight) {
        factors[k + 1] += weight;
        factors[k + 2] -= weight;
    }
}
