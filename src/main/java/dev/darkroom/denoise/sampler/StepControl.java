package dev.darkroom.denoise.sampler;

/**
 * Step-size control by a PID controller on the error estimate: Söderlind 2003,
 * <a href="https://doi.org/10.1145/641876.641877">doi:10.1145/641876.641877</a>.
 *
 * @param relative tolerated error relative to the latent
 * @param absolute tolerated error
 * @param first length of the first step
 * @param gains proportional, integral, derivative
 * @param acceptance a step is accepted if its length could stay above this share
 */
public record StepControl(double relative, double absolute, double first, Gains gains, double acceptance) {

    /** k-diffusion's defaults. */
    public static final StepControl DEFAULT = new StepControl(0.05, 0.0078, 0.05, new Gains(0, 1, 0), 0.81);

    private static final double TINY = 1e-8;

    /** The controller's three gains. */
    public record Gains(double proportional, double integral, double derivative) {}

    /** The root mean square of the difference of two results, in units of what is tolerated. */
    double error(float[] low, float[] high, float[] previous) {
        double sum = 0;
        for (int i = 0; i < low.length; i++) {
            double size = Math.max(Math.abs(low[i]), Math.abs(previous[i]));
            double difference = ((double) low[i] - high[i]) / Math.max(absolute, relative * size);
            sum += difference * difference;
        }
        return Math.sqrt(sum / low.length);
    }

    Controller start(double order) {
        return new Controller(order);
    }

    /** The state of one run. */
    final class Controller {

        private final double order;
        private double length = first;
        private double[] inverses = {};

        private Controller(double order) {
            this.order = order;
        }

        double length() {
            return length;
        }

        /** Takes the error of the step just tried, chooses the next length. */
        boolean accepts(double error) {
            double inverse = 1 / (error + TINY);
            if (inverses.length == 0) {
                inverses = new double[] {inverse, inverse, inverse};
            }
            inverses[0] = inverse;
            double factor = Math.pow(inverses[0], (gains.proportional + gains.integral + gains.derivative) / order)
                    * Math.pow(inverses[1], -(gains.proportional + 2 * gains.derivative) / order)
                    * Math.pow(inverses[2], gains.derivative / order);
            double limited = 1 + Math.atan(factor - 1);
            boolean accepted = limited >= acceptance;
            if (accepted) {
                inverses = new double[] {inverses[0], inverses[0], inverses[1]};
            }
            length *= limited;
            return accepted;
        }
    }
}
