package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * DPM-Solver-12 or -23 with adaptive steps: Lu et al. 2022, appendix C,
 * <a href="https://arxiv.org/abs/2206.00927">arXiv:2206.00927</a>, with the PID step-size control of
 * <a href="https://github.com/crowsonkb/k-diffusion">k-diffusion</a>. Of the schedule only the ends count; the number of
 * evaluations follows from the tolerances.
 *
 * @param order 2 or 3
 * @param control how steps are accepted and their length chosen
 * @param eta share of the noise that is renewed, 0 for the ODE
 * @param noiseScale standard deviation of the draws, 1 in theory
 */
public record DpmAdaptive(int order, StepControl control, double eta, double noiseScale) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        double s = -Math.log(schedule.from(schedule.begin()).sigma());
        double end = -Math.log(DpmFast.smallest(schedule));
        float[] previous = x;
        StepControl.Controller controller = control.start(eta > 0 ? 1.5 : order);
        for (int attempt = 0; s < end - 1e-5; attempt++) {
            double next = Math.min(end, s + controller.length());
            double down = next;
            double up = 0;
            if (eta > 0) {
                AncestralStep step = AncestralStep.of(level(s), level(next), eta);
                down = Math.min(end, -Math.log(step.down().sigma()));
                up = Math.sqrt(Math.exp(-2 * next) - Math.exp(-2 * down));
            }
            DpmSolverStep step = new DpmSolverStep(denoiser, schedule, x, s, down - s);
            float[] low = order == 2 ? step.first() : step.second(1 / 3.0);
            float[] high = order == 2 ? step.second(0.5) : step.third();
            if (controller.accepts(control.error(low, high, previous))) {
                previous = low;
                x = eta > 0 ? combine(1, high, up * noiseScale, noise.next()) : high;
                s = next;
            }
            observer.finished(attempt, x);
        }
        return x;
    }

    private static NoiseLevel level(double t) {
        return new NoiseLevel(0, 1, Math.exp(-t));
    }
}
