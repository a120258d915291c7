package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.guidance.Thresholding;

/**
 * DDIM with asymmetric time intervals: each step goes further down than the network is told at the next one, which
 * makes up for the errors of few steps. Chen, Zhang and Hinton 2022, section 2.3 and algorithm 2,
 * <a href="https://arxiv.org/abs/2208.04202">arXiv:2208.04202</a>.
 *
 * @param ahead how many steps further, 0 for plain DDIM; the paper's td
 * @param thresholding of the predicted clean latent
 */
public record AsymmetricDdim(int ahead, Thresholding thresholding) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(Math.min(i + ahead, schedule.size() - 1));
            float[] denoised = thresholding.apply(denoiser.denoise(x, from));
            float[] epsilon = PredictedNoise.of(x, denoised, from);
            x = combine(to.alpha(), denoised, to.sigma(), epsilon);
            observer.finished(i, x);
        }
        return x;
    }
}
