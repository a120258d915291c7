package dev.darkroom.denoise.schedule;

import java.util.Arrays;

/**
 * Which of the training timesteps are visited: Lin et al. 2023, table 2,
 * <a href="https://arxiv.org/abs/2305.08891">arXiv:2305.08891</a>. Rounding is half to even. All lists fall.
 */
public enum TimestepSpacing {

    /** From the last timestep to 0, both included; one step alone is at 0. */
    LINSPACE {
        @Override
        double[] spaced(int trainSteps, int steps, int offset) {
            return steps == 1 ? new double[1] : Grid.linear(trainSteps - 1, 0, steps);
        }

        @Override
        double[] spacedWithEnd(int trainSteps, int usable, int steps, int offset) {
            return withoutLast(Grid.linear(usable - 1, 0, steps + 1));
        }
    },

    /** Multiples of the whole quotient, plus an offset; never reaches the last timestep. */
    LEADING {
        @Override
        double[] spaced(int trainSteps, int steps, int offset) {
            return multiples(trainSteps / steps, steps, offset);
        }

        @Override
        double[] spacedWithEnd(int trainSteps, int usable, int steps, int offset) {
            return withoutLast(multiples(usable / (steps + 1), steps + 1, offset));
        }
    },

    /** From the last timestep down by the exact quotient; for some step counts one timestep more than asked. */
    TRAILING {
        @Override
        double[] spaced(int trainSteps, int steps, int offset) {
            return spacedWithEnd(trainSteps, trainSteps, steps, offset);
        }

        @Override
        double[] spacedWithEnd(int trainSteps, int usable, int steps, int offset) {
            double stride = (double) trainSteps / steps;
            double delta = (usable - stride) - usable;
            int count = (int) Math.ceil(usable / stride);
            double[] timesteps = new double[count];
            for (int i = 0; i < count; i++) {
                timesteps[i] = Math.rint(usable + i * delta) - 1;
            }
            return timesteps;
        }
    };

    /** The spacing a configuration asks for. */
    public static TimestepSpacing of(SchedulerConfig config) {
        String name = config.text("timestep_spacing", "linspace");
        return switch (name) {
            case "linspace" -> LINSPACE;
            case "leading" -> LEADING;
            case "trailing" -> TRAILING;
            default ->
                throw new IllegalArgumentException(
                        "timestep_spacing \"" + name + "\" is not known; known are linspace, leading and trailing");
        };
    }

    /** Timesteps for schedulers whose grid ends at timestep 0; linspace is not rounded. */
    abstract double[] spaced(int trainSteps, int steps, int offset);

    /** Timesteps for solvers that place one point more than asked and end there; {@code usable} timesteps exist. */
    abstract double[] spacedWithEnd(int trainSteps, int usable, int steps, int offset);

    /** Each rounded to a whole number, half to even. */
    static double[] rounded(double[] timesteps) {
        double[] whole = new double[timesteps.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = Math.rint(timesteps[i]);
        }
        return whole;
    }

    private static double[] multiples(int stride, int count, int offset) {
        double[] timesteps = new double[count];
        for (int i = 0; i < count; i++) {
            timesteps[i] = (double) (count - 1 - i) * stride + offset;
        }
        return timesteps;
    }

    private static double[] withoutLast(double[] timesteps) {
        return Arrays.copyOf(timesteps, timesteps.length - 1);
    }
}
