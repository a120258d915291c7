package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * DPM-Solver-fast: Lu et al. 2022, appendix D.3, <a href="https://arxiv.org/abs/2206.00927">arXiv:2206.00927</a>. Spends
 * as many evaluations as the schedule has steps on third-order steps of equal length in log sigma, the last ones of lower
 * order. Of the schedule only the ends count; ends at the smallest sigma above 0.
 *
 * @param eta share of the noise that is renewed, 0 for the ODE
 * @param noiseScale standard deviation of the draws, 1 in theory
 */
public record DpmFast(double eta, double noiseScale) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        int evaluations = schedule.remaining();
        int steps = steps(evaluations);
        double start = -Math.log(schedule.from(schedule.begin()).sigma());
        double end = -Math.log(smallest(schedule));
        for (int i = 0; i < steps; i++) {
            double t = start + i * (end - start) / steps;
            double next = start + (i + 1) * (end - start) / steps;
            double down = next;
            double up = 0;
            if (eta > 0) {
                AncestralStep step = AncestralStep.of(level(t), level(next), eta);
                down = Math.min(end, -Math.log(step.down().sigma()));
                up = Math.sqrt(Math.exp(-2 * next) - Math.exp(-2 * down));
            }
            x = new DpmSolverStep(denoiser, schedule, x, t, down - t).order(order(i, steps, evaluations));
            x = eta > 0 ? combine(1, x, up * noiseScale, noise.next()) : x;
            observer.finished(schedule.size() - steps + i, x);
        }
        return x;
    }

    private static NoiseLevel level(double t) {
        return new NoiseLevel(0, 1, Math.exp(-t));
    }

    private static int steps(int evaluations) {
        return evaluations / 3 + 1;
    }

    /** All of order 3 but the last: what is left of three, or 2 and 1 where nothing is left. */
    private static int order(int i, int steps, int evaluations) {
        int left = evaluations % 3;
        if (left == 0) {
            return Math.min(3, steps - i);
        }
        return i == steps - 1 ? left : 3;
    }

    /** The smallest sigma above 0 that the schedule visits. */
    static double smallest(Schedule schedule) {
        int last = schedule.size() - 1;
        return schedule.to(last).clean()
                ? schedule.from(last).sigma()
                : schedule.to(last).sigma();
    }
}
