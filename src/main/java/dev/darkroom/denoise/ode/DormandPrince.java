package dev.darkroom.denoise.ode;

/**
 * Embedded Runge–Kutta of order 5 with an error estimate of order 4: Dormand and Prince 1980,
 * <a href="https://doi.org/10.1016/0771-050X(80)90013-3">doi:10.1016/0771-050X(80)90013-3</a>, with the step control of
 * Hairer, Nørsett and Wanner, <em>Solving Ordinary Differential Equations I</em>, section II.4. The last stage of a step
 * is the first of the next, so a step costs six evaluations.
 *
 * @param tolerance of each step
 * @param longest no step is longer, so that none jumps across what happens between its stages
 */
public record DormandPrince(Tolerance tolerance, double longest) {

    // Notation as in Butcher's tableau: c, a; the last row of a is the result of order 5, e its difference to order 4.

    private static final double[] C = {0, 1 / 5.0, 3 / 10.0, 4 / 5.0, 8 / 9.0, 1, 1};

    private static final double[][] A = {
        {},
        {1 / 5.0},
        {3 / 40.0, 9 / 40.0},
        {44 / 45.0, -56 / 15.0, 32 / 9.0},
        {19372 / 6561.0, -25360 / 2187.0, 64448 / 6561.0, -212 / 729.0},
        {9017 / 3168.0, -355 / 33.0, 46732 / 5247.0, 49 / 176.0, -5103 / 18656.0},
        {35 / 384.0, 0, 500 / 1113.0, 125 / 192.0, -2187 / 6784.0, 11 / 84.0}
    };

    private static final double[] E = {
        71 / 57600.0, 0, -71 / 16695.0, 71 / 1920.0, -17253 / 339200.0, 22 / 525.0, -1 / 40.0
    };

    private static final int STAGES = 7;
    private static final double SAFETY = 0.9;
    private static final double SMALLEST_FACTOR = 0.2;
    private static final double LARGEST_FACTOR = 5;
    private static final double FIRST = 0.01;

    /** Hears of accepted steps; an exception ends the run. */
    @FunctionalInterface
    public interface StepListener {

        /** Called with the time reached and the state there, to be read during the call. */
        void reached(double t, double[] y);
    }

    /**
     * The state at {@code end}.
     *
     * @param start time of {@code y}
     * @param y state at the start; not changed
     * @param end earlier or later than the start
     * @throws ArithmeticException if the tolerance asks for more evaluations than allowed
     */
    public double[] integrate(OrdinarySystem system, double start, double[] y, double end, StepListener listener) {
        double[][] slopes = new double[STAGES][];
        if (start == end) {
            return y;
        }
        double t = start;
        slopes[0] = system.slope(t, y);
        double step = firstStep(y, slopes[0], end - start);
        for (int evaluations = 1; t != end; evaluations += STAGES - 1) {
            if (evaluations > tolerance.evaluations()) {
                throw new ArithmeticException("the adaptive solver took " + evaluations + " evaluations and reached "
                        + t + " of " + start + " to " + end + "; a larger tolerance needs fewer");
            }
            boolean arrives = Math.abs(step) >= Math.abs(end - t) * (1 - 1e-12);
            double length = arrives ? end - t : step;
            double[] reached = stages(system, t, y, length, slopes);
            double error = system.size(weighted(E, slopes, length), y, reached, tolerance);
            if (error <= 1) {
                t = arrives ? end : t + length;
                y = reached;
                slopes[0] = slopes[STAGES - 1];
                listener.reached(t, y);
            }
            step = limited(length * factor(error));
        }
        return y;
    }

    /** Fills in the slopes of all stages but the first; returns the result of order 5. */
    private static double[] stages(OrdinarySystem system, double t, double[] y, double length, double[][] slopes) {
        double[] state = y;
        for (int stage = 1; stage < STAGES; stage++) {
            state = weighted(A[stage], slopes, length);
            for (int i = 0; i < y.length; i++) {
                state[i] += y[i];
            }
            slopes[stage] = system.slope(t + C[stage] * length, state);
        }
        return state;
    }

    private static double[] weighted(double[] weights, double[][] slopes, double length) {
        double[] sum = new double[slopes[0].length];
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] != 0) {
                double weight = weights[k] * length;
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * slopes[k][i];
                }
            }
        }
        return sum;
    }

    /** A step that changes the state by a hundredth of its size. */
    private double firstStep(double[] y, double[] slope, double interval) {
        double[] zero = new double[y.length];
        double size = tolerance.error(y, y, zero, 0, y.length);
        double speed = tolerance.error(slope, y, zero, 0, y.length);
        double length = speed > 0 && size > 0 ? FIRST * size / speed : Math.abs(interval);
        return limited(Math.copySign(length, interval));
    }

    private double limited(double step) {
        return Math.copySign(Math.min(longest, Math.abs(step)), step);
    }

    private static double factor(double error) {
        if (Double.isNaN(error)) {
            return SMALLEST_FACTOR;
        }
        return Math.max(SMALLEST_FACTOR, Math.min(LARGEST_FACTOR, SAFETY * Math.pow(error, -1 / 5.0)));
    }
}
