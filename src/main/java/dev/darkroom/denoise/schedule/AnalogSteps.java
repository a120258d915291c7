package dev.darkroom.denoise.schedule;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Schedule;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps of bit diffusion: equal intervals of a continuous time from 1 to 0 under a cosine curve, each of which ends
 * further down than the next one begins (asymmetric time intervals). Chen, Zhang and Hinton 2022, sections 2.3 and A,
 * <a href="https://arxiv.org/abs/2208.04202">arXiv:2208.04202</a>.
 */
public final class AnalogSteps {

    private static final double OFFSET = 0.0002;
    private static final double SPAN = 1.00025;

    private AnalogSteps() {}

    /**
     * The schedule.
     *
     * @param steps number of steps
     * @param ahead how many steps further each goes, 0 for none; the paper's td
     * @param timesteps what the network is told at time 1
     */
    public static Schedule of(int steps, double ahead, double timesteps) {
        List<Schedule.Step> all = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            double next = Math.max(1 - (i + 1 + ahead) / steps, 0);
            all.add(new Schedule.Step(level(1 - (double) i / steps, timesteps), level(next, timesteps)));
        }
        return new Schedule(all, 0, ratio -> level(time(ratio), timesteps));
    }

    private static NoiseLevel level(double time, double timesteps) {
        double angle = (time + OFFSET) / SPAN * Math.PI / 2;
        return new NoiseLevel(time * timesteps, Math.cos(angle), Math.sin(angle));
    }

    /** The time at which noise and signal have this ratio, not before 0. */
    private static double time(double ratio) {
        return Math.max(0, Math.atan(ratio) * 2 / Math.PI * SPAN - OFFSET);
    }
}
