package dev.darkroom.denoise.schedule;

import java.util.Arrays;

/**
 * Timetables that climb from the clean end to the noisy one, for inversion by the exponential-integrator solvers. The
 * first sigma is that of the first timestep; the last one is where the run ends.
 */
public final class InverseTimetable {

    private InverseTimetable() {}

    /** The timetable that a configuration gives for the asked steps. */
    public static Timetable of(SchedulerConfig config, TrainingTable table, Steps steps) {
        SigmaSchedule curve = SigmaOptions.curve(config);
        if (curve != null) {
            return curved(curve, config, table, steps);
        }
        Double lowest = config.number("lambda_min_clipped");
        int usable = table.timestepsAbove(lowest == null || lowest.isInfinite() ? null : lowest);
        double[] timesteps = spaced(config, table.size(), usable, steps.count());
        double[] sigmas =
                Arrays.copyOf(Arrays.stream(timesteps).map(table::sigmaAt).toArray(), timesteps.length + 1);
        sigmas[timesteps.length] = table.sigma(usable - 1);
        return new Timetable(timesteps, sigmas);
    }

    /** As for sampling, but it is the noisiest point that is left out. */
    private static double[] spaced(SchedulerConfig config, int size, int usable, int count) {
        int offset = config.integer("steps_offset", 0);
        int stride = usable / (count + 1);
        double[] rising = switch (TimestepSpacing.of(config)) {
            case LINSPACE -> Arrays.copyOf(Grid.linear(0, usable - 1, count + 1), count);
            case LEADING -> Grid.linear(offset, offset + (double) (count - 1) * stride, count);
            case TRAILING -> reversed(TimestepSpacing.TRAILING.spacedWithEnd(size, usable, count, offset));
        };
        return TimestepSpacing.rounded(rising);
    }

    private static Timetable curved(SigmaSchedule curve, SchedulerConfig config, TrainingTable table, Steps steps) {
        double[] falling = curve.sigmas(steps.count(), table.sigmaMin(), table.sigmaMax(), table);
        double[] sigmas = reversed(Arrays.copyOf(falling, falling.length - 1));
        boolean nearest = config.flag("use_karras_sigmas", false);
        double[] timesteps = Arrays.stream(sigmas)
                .map(table::timestepOf)
                .map(timestep -> nearest ? Math.rint(timestep) : Math.floor(timestep + 1e-6))
                .distinct()
                .toArray();
        double[] ended = Arrays.copyOf(sigmas, sigmas.length + 1);
        ended[sigmas.length] = sigmas[sigmas.length - 1];
        return new Timetable(timesteps, Arrays.copyOf(ended, timesteps.length + 1));
    }

    private static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
        return reversed;
    }
}
