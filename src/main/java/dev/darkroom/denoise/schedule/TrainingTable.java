package dev.darkroom.denoise.schedule;

import org.jspecify.annotations.Nullable;

/**
 * The noise levels a network was trained on: alpha-bar at every training timestep, and the sigmas that follow from it.
 * All in double.
 */
public final class TrainingTable {

    private final double[] alphaBars;
    private final double[] sigmas;
    private final double[] logSigmas;

    private TrainingTable(double[] alphaBars) {
        this.alphaBars = alphaBars;
        sigmas = new double[alphaBars.length];
        logSigmas = new double[alphaBars.length];
        for (int t = 0; t < alphaBars.length; t++) {
            sigmas[t] = Math.sqrt((1 - alphaBars[t]) / alphaBars[t]);
            logSigmas[t] = Math.log(sigmas[t]);
        }
    }

    /** The table of a scheduler's configuration, with zero terminal SNR if it asks for it. */
    public static TrainingTable of(SchedulerConfig config) {
        double[] betas = config.numbers("trained_betas");
        if (betas.length == 0) {
            betas = BetaSchedule.of(config.text("beta_schedule", "linear"))
                    .betas(
                            config.integer("num_train_timesteps", 1000),
                            config.number("beta_start", 0.0001),
                            config.number("beta_end", 0.02));
        }
        TrainingTable table = ofBetas(betas).withSignalScaled(config.number("snr_shift_scale", 1));
        return config.flag("rescale_betas_zero_snr", false) ? table.withZeroTerminalSnr() : table;
    }

    /** The table of the forward process with these variances. */
    public static TrainingTable ofBetas(double[] betas) {
        double[] alphaBars = new double[betas.length];
        double product = 1;
        for (int t = 0; t < betas.length; t++) {
            product *= 1 - betas[t];
            alphaBars[t] = product;
        }
        return new TrainingTable(alphaBars);
    }

    /**
     * Shifts and stretches the roots of alpha-bar so that the last one is 0: Lin et al. 2023, algorithm 1,
     * <a href="https://arxiv.org/abs/2305.08891">arXiv:2305.08891</a>.
     */
    public TrainingTable withZeroTerminalSnr() {
        int last = alphaBars.length - 1;
        double first = Math.sqrt(alphaBars[0]);
        double terminal = Math.sqrt(alphaBars[last]);
        double[] rescaled = new double[alphaBars.length];
        for (int t = 0; t <= last; t++) {
            double root = (Math.sqrt(alphaBars[t]) - terminal) * first / (first - terminal);
            rescaled[t] = root * root;
        }
        return new TrainingTable(rescaled);
    }

    /** The same table with the signal-to-noise ratio divided by a factor, as models of large pictures need: CogVideoX. */
    public TrainingTable withSignalScaled(double divisor) {
        if (divisor == 1) {
            return this;
        }
        double[] scaled = new double[alphaBars.length];
        for (int t = 0; t < scaled.length; t++) {
            scaled[t] = alphaBars[t] / (divisor + (1 - divisor) * alphaBars[t]);
        }
        return new TrainingTable(scaled);
    }

    /** The same table with 2^-24 where alpha-bar would be 0, for solvers that divide by it: the last sigma is 4096. */
    public TrainingTable withFiniteSigmas() {
        double[] finite = alphaBars.clone();
        for (int t = 0; t < finite.length; t++) {
            finite[t] = Math.max(finite[t], finite[t] == 0 ? 0x1p-24 : 0);
        }
        return new TrainingTable(finite);
    }

    /** Number of training timesteps. */
    public int size() {
        return alphaBars.length;
    }

    /** Product of {@code 1 - beta} up to timestep {@code t}. */
    public double alphaBar(int t) {
        return alphaBars[t];
    }

    /** Smallest sigma, that of timestep 0. */
    public double sigmaMin() {
        return sigmas[0];
    }

    /** Largest sigma, that of the last timestep. */
    public double sigmaMax() {
        return sigmas[sigmas.length - 1];
    }

    /** Noise-to-signal ratio at a whole timestep. */
    public double sigma(int t) {
        return sigmas[t];
    }

    /** Sigma at any timestep, linear in sigma between entries. */
    public double sigmaAt(double timestep) {
        return interpolated(sigmas, timestep);
    }

    /** Sigma at any timestep, linear in the logarithm of sigma between entries. */
    public double logLinearSigmaAt(double timestep) {
        return Math.exp(interpolated(logSigmas, timestep));
    }

    /** The timestep of a sigma, linear in the logarithm of sigma between entries; the ends for what lies outside. */
    public double timestepOf(double sigma) {
        double logSigma = Math.log(Math.max(sigma, 1e-10));
        int low = Math.min(lastNotAbove(logSigma), logSigmas.length - 2);
        double weight = (logSigma - logSigmas[low]) / (logSigmas[low + 1] - logSigmas[low]);
        return low + Math.max(0, Math.min(1, weight));
    }

    /** The whole timestep whose sigma is nearest in the logarithm. */
    public int nearestTimestep(double sigma) {
        double logSigma = Math.log(sigma);
        int nearest = 0;
        for (int t = 1; t < logSigmas.length; t++) {
            if (Math.abs(logSigma - logSigmas[t]) < Math.abs(logSigma - logSigmas[nearest])) {
                nearest = t;
            }
        }
        return nearest;
    }

    /** Number of timesteps whose half log-SNR is above {@code lambda}; all of them if it is null. */
    public int timestepsAbove(@Nullable Double lambda) {
        int count = 0;
        while (count < size() && (lambda == null || -logSigmas[count] >= lambda)) {
            count++;
        }
        return count;
    }

    private int lastNotAbove(double logSigma) {
        int low = 0;
        for (int t = 1; t < logSigmas.length; t++) {
            if (logSigmas[t] <= logSigma) {
                low = t;
            }
        }
        return low;
    }

    private static double interpolated(double[] values, double position) {
        double inside = Math.max(0, Math.min(values.length - 1, position));
        int low = Math.min((int) inside, Math.max(0, values.length - 2));
        int high = Math.min(low + 1, values.length - 1);
        return values[low] + (inside - low) * (values[high] - values[low]);
    }
}
