package dev.darkroom.denoise.schedule;

import java.util.Arrays;

/**
 * Timetables of the schedulers that follow k-diffusion (Euler, Heun, LMS, DPM2, DPM++ SDE): timesteps need not be whole,
 * sigmas are interpolated from the training table or follow a curve between the ends of that.
 */
public final class DiscreteTimetable {

    private DiscreteTimetable() {}

    /** The timetable that a configuration gives for the asked steps. */
    public static Timetable of(SchedulerConfig config, TrainingTable table, Steps steps) {
        if (!steps.sigmas().isEmpty()) {
            double[] sigmas =
                    steps.sigmas().stream().mapToDouble(Double::doubleValue).toArray();
            return at(sigmas, config, table);
        }
        double[] timesteps = steps.timesteps().isEmpty()
                ? spaced(config, table, steps.count())
                : steps.timesteps().stream().mapToDouble(Double::doubleValue).toArray();
        int count = timesteps.length;
        double[] own = Arrays.stream(timesteps).map(table::sigmaAt).toArray();
        SigmaSchedule curve = SigmaOptions.curve(config);
        double[] sigmas;
        if (curve != null) {
            double min = config.number("sigma_min", own[count - 1]);
            double max = config.number("sigma_max", own[0]);
            sigmas = curve.sigmas(steps.count(), min, max, table);
        } else if (config.text("interpolation_type", "linear").equals("log_linear")) {
            return new Timetable(timesteps, SigmaCurve.exponential(count + 1, table.sigmaMin(), table.sigmaMax()));
        } else {
            sigmas = Arrays.copyOf(own, count + 1);
        }
        if (!SigmaOptions.endsAtZero(config)) {
            sigmas[sigmas.length - 1] = table.sigmaMin();
        }
        return curve == null && !continuous(config) ? new Timetable(timesteps, sigmas) : at(sigmas, config, table);
    }

    private static double[] spaced(SchedulerConfig config, TrainingTable table, int count) {
        return TimestepSpacing.of(config).spaced(table.size(), count, config.integer("steps_offset", 0));
    }

    private static Timetable at(double[] sigmas, SchedulerConfig config, TrainingTable table) {
        double[] timesteps = Arrays.stream(sigmas, 0, sigmas.length - 1)
                .map(sigma -> timestep(sigma, config, table))
                .toArray();
        return new Timetable(timesteps, sigmas);
    }

    /** KDPM2 alone tells the levels of a Karras schedule as whole timesteps. */
    private static double timestep(double sigma, SchedulerConfig config, TrainingTable table) {
        if (continuous(config)) {
            return 0.25 * Math.log(sigma);
        }
        boolean whole = config.className().startsWith("KDPM2") && config.flag("use_karras_sigmas", false);
        double timestep = table.timestepOf(sigma);
        return whole ? Math.rint(timestep) : timestep;
    }

    /** Networks such as Stable Video Diffusion's are told a quarter of log sigma. */
    private static boolean continuous(SchedulerConfig config) {
        return config.text("timestep_type", "discrete").equals("continuous")
                && config.text("prediction_type", "epsilon").equals("v_prediction");
    }
}
