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
        if (!steps.sigmas().isEmpty()) {
            return listed(config, table, steps);
        }
        SigmaSchedule curve = SigmaOptions.curve(config);
        if (curve == null && config.flag("use_flow_sigmas", false)) {
            return flow(config, table, steps);
        }
        return curve == null ? own(config, table, steps) : curved(curve, config, table, steps);
    }

    /** Exactly the sigmas of a request: noise to signal, or with flow sigmas the share of noise. */
    private static Timetable listed(SchedulerConfig config, TrainingTable table, Steps steps) {
        double[] sigmas =
                steps.sigmas().stream().mapToDouble(Double::doubleValue).toArray();
        boolean flow = config.flag("use_flow_sigmas", false);
        if (flow) {
            sigmas[0] = Math.min(sigmas[0], 1 - 1e-6);
        }
        double[] timesteps = Arrays.stream(sigmas, 0, sigmas.length - 1)
                .map(sigma -> flow ? sigma * table.size() : table.timestepOf(sigma))
                .toArray();
        return new Timetable(timesteps, sigmas);
    }

    private static Timetable own(SchedulerConfig config, TrainingTable table, Steps steps) {
        double[] timesteps = steps.timesteps().isEmpty()
                ? spaced(config, table, steps.count())
                : steps.timesteps().stream().mapToDouble(Double::doubleValue).toArray();
        double[] sigmas = new double[timesteps.length + 1];
        for (int i = 0; i < timesteps.length; i++) {
            sigmas[i] = table.sigmaAt(timesteps[i]);
        }
        sigmas[timesteps.length] = SigmaOptions.endsAtZero(config) ? 0 : table.sigmaMin();
        return new Timetable(timesteps, sigmas);
    }

    private static Timetable curved(SigmaSchedule curve, SchedulerConfig config, TrainingTable table, Steps steps) {
        double min = config.number("sigma_min", table.sigmaMin());
        double max = config.number("sigma_max", table.sigmaMax());
        double[] sigmas = curve.sigmas(steps.count(), min, max, table);
        boolean flow = config.flag("use_flow_sigmas", false);
        if (flow) {
            sigmas = Arrays.stream(sigmas).map(s -> s / (1 + s)).toArray();
        }
        int last = sigmas.length - 1;
        double[] timesteps = Arrays.stream(sigmas, 0, last)
                .map(s -> flow ? Math.floor(s * table.size()) : whole(table.timestepOf(s), config))
                .toArray();
        if (!SigmaOptions.endsAtZero(config)) {
            sigmas[last] = sigmas[last - 1];
        }
        return new Timetable(timesteps, sigmas);
    }

    private static double[] spaced(SchedulerConfig config, TrainingTable table, int count) {
        Double lowest = config.number("lambda_min_clipped");
        boolean clipped = lowest != null && !lowest.isInfinite();
        int usable = table.timestepsAbove(clipped ? lowest : null);
        boolean fixed = config.className().equals("DPMSolverSinglestepScheduler");
        TimestepSpacing spacing = fixed ? TimestepSpacing.LINSPACE : TimestepSpacing.of(config);
        return TimestepSpacing.rounded(
                spacing.spacedWithEnd(table.size(), usable, count, config.integer("steps_offset", 0)));
    }

    /** Karras levels are told as the nearest timestep, other curves as the one below. */
    private static double whole(double timestep, SchedulerConfig config) {
        boolean nearest = config.flag("use_karras_sigmas", false) || config.flag("use_lu_lambdas", false);
        boolean cosine = config.text("beta_schedule", "linear").equals("squaredcos_cap_v2")
                && config.className().startsWith("DPMSolver");
        return nearest && !cosine ? Math.rint(timestep) : below(timestep);
    }

    /** Shifted flow sigmas; the first one stays away from pure noise: UniPC by 1e-6, the others by a timestep. */
    private static Timetable flow(SchedulerConfig config, TrainingTable table, Steps steps) {
        boolean fromNoise = config.className().startsWith("UniPC");
        double step = 1.0 / table.size();
        double[] grid =
                fromNoise ? Grid.linear(1, step, steps.count() + 1) : Grid.linear(1 - step, 0, steps.count() + 1);
        double[] sigmas = Arrays.stream(grid, 0, steps.count())
                .map(FlowTimetable.shift(config, steps, "flow_shift"))
                .toArray();
        FlowTimetable.stretchToTerminal(sigmas, config);
        sigmas[0] = Math.min(sigmas[0], 1 - 1e-6);
        double[] timesteps = Arrays.stream(sigmas)
                .map(sigma -> Math.floor(sigma * table.size()))
                .toArray();
        boolean dpmSolver = config.className().startsWith("DPMSolver");
        double lowest = dpmSolver ? table.sigmaMin() : sigmas[steps.count() - 1];
        sigmas = Arrays.copyOf(sigmas, steps.count() + 1);
        sigmas[steps.count()] = SigmaOptions.endsAtZero(config) ? 0 : lowest;
        return new Timetable(timesteps, sigmas);
    }

    /** The whole timestep not above; what only rounding put below a whole number counts as that number. */
    private static double below(double timestep) {
        return Math.floor(timestep + 1e-6);
    }
}
