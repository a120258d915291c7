package dev.darkroom.denoise.sampler;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.ode.DormandPrince;
import dev.darkroom.denoise.ode.Tolerance;
import dev.darkroom.denoise.sde.FlowOde;

/**
 * The probability-flow ODE by an adaptive solver: Song et al. 2021, equation 13,
 * <a href="https://arxiv.org/abs/2011.13456">arXiv:2011.13456</a>. Of the schedule only the ends count; a step is
 * reported as finished when the solver has come past its end.
 *
 * @param tolerance of the solver
 * @param smallest noise-to-signal ratio down to which a run is integrated that ends without noise; the rest is one step
 *     of Euler, that is the predicted clean latent
 */
public record ProbabilityFlow(Tolerance tolerance, double smallest) implements Sampler {

    private static final int USUAL_EVALUATIONS = 60;

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        if (schedule.remaining() == 0) {
            return x;
        }
        FlowOde flow = new FlowOde(denoiser, schedule.levels());
        NoiseLevel from = schedule.from(schedule.begin());
        NoiseLevel to = schedule.to(schedule.size() - 1);
        double end = to.clean() ? Math.min(smallest, ratio(from)) : ratio(to);
        int[] next = {schedule.begin()};
        DormandPrince solver = new DormandPrince(tolerance, FlowOde.LONGEST_STEP);
        double[] z = solver.integrate(
                flow, Math.log(ratio(from)), FlowOde.state(x, from), Math.log(end), (logRatio, state) -> {
                    double reached = Math.exp(logRatio);
                    while (next[0] < schedule.size() - 1 && ratio(schedule.to(next[0])) >= reached) {
                        observer.finished(
                                next[0], FlowOde.latent(state, schedule.levels().at(reached)));
                        next[0]++;
                    }
                });
        float[] last = to.clean() ? flow.denoised(z, end) : FlowOde.latent(z, to);
        observer.finished(schedule.size() - 1, last);
        return last;
    }

    @Override
    public int evaluations(Schedule schedule) {
        return schedule.remaining() == 0 ? 0 : USUAL_EVALUATIONS;
    }

    private static double ratio(NoiseLevel level) {
        return level.sigma() / level.alpha();
    }
}
