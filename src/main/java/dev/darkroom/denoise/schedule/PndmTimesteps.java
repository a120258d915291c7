package dev.darkroom.denoise.schedule;

import java.util.stream.IntStream;

/**
 * The evaluations of PNDM.
 *
 * @param evaluated timestep of each evaluation
 * @param reached timestep after it; below 0 the end
 * @param rungeKuttaSteps how many Runge-Kutta steps, of four evaluations each, come first
 * @param stride timesteps of one step
 */
@SuppressWarnings("ArrayRecordComponent")
public record PndmTimesteps(int[] evaluated, int[] reached, int rungeKuttaSteps, int stride) {

    private static final int WARM_UP = 3;

    /** The evaluations that a configuration gives for the asked steps. */
    public static PndmTimesteps of(SchedulerConfig config, TimestepTable table, Steps steps) {
        int[] timesteps = table.timesteps(config, steps);
        int stride = table.size() / steps.count();
        if (config.flag("skip_prk_steps", false)) {
            int count = timesteps.length == 1 ? 1 : timesteps.length + 1;
            int[] evaluated = IntStream.range(0, count)
                    .map(i -> timesteps[i < 2 ? i : i - 1])
                    .toArray();
            int[] reached = IntStream.of(evaluated).map(t -> t - stride).toArray();
            return new PndmTimesteps(evaluated, reached, 0, stride);
        }
        if (timesteps.length <= WARM_UP) {
            throw new IllegalArgumentException("steps: PNDM with Runge-Kutta steps needs at least " + (WARM_UP + 1));
        }
        return warmedUp(timesteps, stride);
    }

    private static PndmTimesteps warmedUp(int[] timesteps, int stride) {
        int half = stride / 2;
        int[] evaluated = new int[4 * WARM_UP + timesteps.length - WARM_UP];
        int[] reached = new int[evaluated.length];
        for (int i = 0; i < evaluated.length; i++) {
            if (i >= 4 * WARM_UP) {
                evaluated[i] = timesteps[i - 3 * WARM_UP];
                reached[i] = evaluated[i] - stride;
                continue;
            }
            int now = timesteps[i / 4];
            int next = timesteps[i / 4 + 1];
            evaluated[i] = switch (i % 4) {
                case 0 -> now;
                case 3 -> next;
                default -> next + half;
            };
            reached[i] = evaluated[i] - (i % 2 == 0 ? half : 0);
        }
        return new PndmTimesteps(evaluated, reached, WARM_UP, stride);
    }
}
