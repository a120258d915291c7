package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.sampler.DpmExponentials.Weights;

/**
 * Multistep DPM-Solver and DPM-Solver++: Lu et al. 2022, algorithm 2 (DPM++ 2M), its third-order form and the SDE forms,
 * <a href="https://arxiv.org/abs/2211.01095">arXiv:2211.01095</a>.
 *
 * @param exponentials what is integrated, and whether noise is added
 * @param order 1, 2 or 3
 * @param slope weight of the slope where two outputs are known
 * @param finish how the order falls at the end
 */
public record DpmSolverMultistep(DpmExponentials exponentials, int order, SlopeWeight slope, SolverFinish finish)
        implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        OutputHistory history = new OutputHistory(order);
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            float[] denoised = denoiser.denoise(x, from);
            history.add(exponentials.output(x, denoised, from), from.lambda());
            int taken = Math.min(history.size(), finish.order(schedule, i));
            Weights weights = exponentials.between(from, schedule.to(i));
            if (schedule.to(i).clean()) {
                x = denoised.clone();
            } else if (weights.h() != 0) {
                x = history.step(x, taken == 2 ? slope.of(weights) : weights, taken);
            }
            if (exponentials.stochastic()) {
                x = combine(1, x, weights.noise(), noise.between(from, schedule.to(i)));
            }
            observer.finished(i, x);
        }
        return x;
    }
}
