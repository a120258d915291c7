package dev.darkroom.denoise.schedule;

import java.util.Arrays;

/**
 * Timetables of the exponential-integrator solvers (DPM-Solver, DEIS, UniPC, SA-Solver): whole timesteps, one point more
 * than asked with the last left out; curves run between the ends of the training table.
 */
public final class SolverTimetable {

    private SolverTimetable() {}

    /** The timetable that a configuration gives for the asked steps. */
    public static Timetable of(SchedulerConfig config, TrainingTable table, Steps steps) {
        SigmaSchedule curve = SigmaOptions.curve(config);
        if (curve == null && config.flag("use_flow_sigmas", false)) {
            return flow(config, table, steps);
        }
        double[] sigmas;
        double[] timesteps;
        if (curve == null) {
            timesteps = steps.timesteps().isEmpty()
                    ? spaced(config, table, steps.count())
                    : steps.timesteps().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray();
            double[] own = Arrays.stream(timesteps).map(table::sigmaAt).toArray();
            sigmas = Arrays.copyOf(own, own.length + 1);
        } else {
            double min = config.number("sigma_min", table.sigmaMin());
            double max = config.number("sigma_max", table.sigmaMax());
            sigmas = curve.sigmas(steps.count(), min, max, table);
            timesteps = Arrays.stream(sigmas, 0, sigmas.length - 1)
                    .map(table::timestepOf)
                    .map(t -> whole(t, config))
                    .toArray();
        }
        sigmas[sigmas.length - 1] = SigmaOptions.last(config, table, sigmas);
        return new Timetable(timesteps, sigmas);
    }

    private static double[] spaced(SchedulerConfig config, TrainingTable table, int count) {
        Double lowest = config.number("lambda_min_clipped");
        boolean clipped = lowest != null && !lowest.isInfinite();
        int usable = table.timestepsAbove(clipped ? lowest : null);
        return TimestepSpacing.rounded(TimestepSpacing.of(config)
                .spacedWithEnd(table.size(), usable, count, config.integer("steps_offset", 0)));
    }

    /** Karras levels are told as the nearest timestep, other curves as the one below. */
    private static double whole(double timestep, SchedulerConfig config) {
        boolean nearest = config.flag("use_karras_sigmas", false) || config.flag("use_lu_lambdas", false);
        boolean cosine = config.text("beta_schedule", "linear").equals("squaredcos_cap_v2")
                && config.className().startsWith("DPMSolver");
        return nearest && !cosine ? Math.rint(timestep) : below(timestep);
    }

    /** Shifted flow sigmas; the first one stays a training step away from pure noise. */
    private static Timetable flow(SchedulerConfig config, TrainingTable table, Steps steps) {
        double[] grid = Grid.linear(1 - 1.0 / table.size(), 0, steps.count() + 1);
        double[] sigmas = Arrays.stream(grid)
                .map(FlowTimetable.shift(config, steps, "flow_shift"))
                .toArray();
        double[] timesteps = Arrays.stream(sigmas, 0, steps.count())
                .map(sigma -> below(sigma * table.size()))
                .toArray();
        sigmas[steps.count()] = SigmaOptions.last(config, table, sigmas);
        return new Timetable(timesteps, sigmas);
    }

    /** The whole timestep not above; what only rounding put below a whole number counts as that number. */
    private static double below(double timestep) {
        return Math.floor(timestep + 1e-6);
    }
}
