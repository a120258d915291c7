package dev.darkroom.denoise.sampler;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Reaches the fixed point of a map in fewer evaluations: of the last few the combination is taken whose residual would be
 * smallest if the map were linear. Anderson 1965; for inversion Pan et al. 2023, section 3.3,
 * <a href="https://arxiv.org/abs/2309.04907">arXiv:2309.04907</a>. For one fixed point; not thread-safe.
 */
final class AndersonAcceleration {

    /** Of the mean squares of the changes; keeps parallel ones from cancelling each other with huge weights. */
    private static final double RIDGE = 1e-8;

    private final int remembered;
    private final Deque<Evaluation> before = new ArrayDeque<>();

    /** @param remembered evaluations before the newest that are combined with it, 0 for none */
    AndersonAcceleration(int remembered) {
        this.remembered = remembered;
    }

    /**
     * Where to evaluate the map next.
     *
     * @param at where it was evaluated
     * @param value what it gave there
     */
    float[] next(float[] at, float[] value) {
        Evaluation newest = new Evaluation(at, value);
        float[] next = before.isEmpty() ? value : newest.mixed(before);
        before.addFirst(newest);
        if (before.size() > remembered) {
            before.removeLast();
        }
        return next;
    }

    /** The map at one place. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Evaluation(float[] at, float[] value) {

        private double residual(int i) {
            return (double) value[i] - at[i];
        }

        private float[] mixed(Deque<Evaluation> others) {
            double[] weights = weights(others.toArray(Evaluation[]::new));
            float[] mixed = new float[value.length];
            for (int i = 0; i < mixed.length; i++) {
                double sum = value[i];
                Iterator<Evaluation> other = others.iterator();
                for (double weight : weights) {
                    sum -= weight * ((double) value[i] - other.next().value[i]);
                }
                mixed[i] = (float) sum;
            }
            return mixed;
        }

        /** Least squares: the residual in terms of its changes since the others. */
        private double[] weights(Evaluation[] others) {
            double[][] products = new double[others.length][others.length];
            double[] right = new double[others.length];
            for (int i = 0; i < value.length; i++) {
                for (int j = 0; j < others.length; j++) {
                    double change = residual(i) - others[j].residual(i);
                    right[j] += change * residual(i);
                    for (int k = 0; k < others.length; k++) {
                        products[j][k] += change * (residual(i) - others[k].residual(i));
                    }
                }
            }
            double trace = 0;
            for (int j = 0; j < others.length; j++) {
                trace += products[j][j];
            }
            if (trace == 0) {
                return new double[others.length];
            }
            for (int j = 0; j < others.length; j++) {
                products[j][j] += RIDGE * trace;
            }
            return LinearSystem.solve(products, right);
        }
    }
}
