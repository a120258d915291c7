package dev.darkroom.denoise.schedule;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Timetables of flow models: sigma runs from 1 to 0 and is pushed towards noise by a shift; timesteps are sigma times the
 * number of training timesteps. Shifting: Esser et al. 2024, section 5.3.2,
 * <a href="https://arxiv.org/abs/2403.03206">arXiv:2403.03206</a>.
 */
public final class FlowTimetable {

    private FlowTimetable() {}

    /** The timetable of a flow-matching scheduler; its ends come from a table that is shifted already. */
    public static Timetable matching(SchedulerConfig config, Steps steps) {
        int trainSteps = config.integer("num_train_timesteps", 1000);
        double[] sigmas = steps.sigmas().isEmpty()
                ? Grid.linear(shiftedEnd(config, 1), shiftedEnd(config, 1.0 / trainSteps), steps.count())
                : steps.sigmas().stream().mapToDouble(Double::doubleValue).toArray();
        sigmas = Arrays.stream(sigmas).map(shift(config, steps, "shift")).toArray();
        stretchToTerminal(sigmas, config);
        SigmaSchedule curve = SigmaOptions.curve(config);
        if (curve != null) {
            double[] curved = curve.sigmas(
                    sigmas.length,
                    config.number("sigma_min", sigmas[sigmas.length - 1]),
                    config.number("sigma_max", sigmas[0]),
                    TrainingTable.of(config));
            sigmas = Arrays.copyOf(curved, curved.length - 1);
        }
        if (config.flag("invert_sigmas", false)) {
            double[] inverted = Arrays.stream(sigmas).map(s -> 1 - s).toArray();
            return timetable(inverted, 1, trainSteps);
        }
        return timetable(sigmas, 0, trainSteps);
    }

    /**
     * The shift mu of dynamic shifting, linear in the number of image tokens.
     *
     * @param config may set {@code base_shift}, {@code max_shift}, {@code base_image_seq_len}, {@code max_image_seq_len}
     */
    public static double mu(SchedulerConfig config, int tokens) {
        double base = config.number("base_shift", 0.5);
        double fewest = config.number("base_image_seq_len", 256);
        double slope = (config.number("max_shift", 1.15) - base) / (config.number("max_image_seq_len", 4096) - fewest);
        return base + slope * (tokens - fewest);
    }

    private static double shiftedEnd(SchedulerConfig config, double sigma) {
        return config.flag("use_dynamic_shifting", false) ? sigma : shifted(sigma, config.number("shift", 1));
    }

    /** The shift of a configuration: constant, or by mu of the picture's size. */
    static DoubleUnaryOperator shift(SchedulerConfig config, Steps steps, String option) {
        if (!config.flag("use_dynamic_shifting", false)) {
            double shift = config.number(option, 1);
            return sigma -> shifted(sigma, shift);
        }
        Double mu = steps.shift();
        if (mu == null) {
            throw new IllegalArgumentException("use_dynamic_shifting needs the shift mu of the picture's size");
        }
        boolean linear = config.text("time_shift_type", "exponential").equals("linear");
        double factor = linear ? mu : Math.exp(mu);
        return sigma -> shifted(sigma, factor);
    }

    private static double shifted(double sigma, double shift) {
        return shift * sigma / (1 + (shift - 1) * sigma);
    }

    /** Stretches the sigmas so that the last one is the configured terminal value. */
    static void stretchToTerminal(double[] sigmas, SchedulerConfig config) {
        Double terminal = config.number("shift_terminal");
        if (terminal != null && terminal != 0) {
            double factor = (1 - sigmas[sigmas.length - 1]) / (1 - terminal);
            Arrays.setAll(sigmas, i -> 1 - (1 - sigmas[i]) / factor);
        }
    }

    static Timetable timetable(double[] sigmas, double last, int trainSteps) {
        double[] timesteps = Arrays.stream(sigmas).map(s -> s * trainSteps).toArray();
        double[] ended = Arrays.copyOf(sigmas, sigmas.length + 1);
        ended[sigmas.length] = last;
        return new Timetable(timesteps, ended);
    }
}
