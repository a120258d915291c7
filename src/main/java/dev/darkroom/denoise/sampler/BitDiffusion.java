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
 * Bit diffusion: Chen, Zhang and Hinton 2022, algorithms 2 and 3,
 * <a href="https://arxiv.org/abs/2208.04202">arXiv:2208.04202</a>. Its schedule may go down further in a step than the
 * network is told at the next one. The answer is the last prediction, not the last, slightly noisy state.
 *
 * @param ancestral draw from DDPM's posterior instead of DDIM's deterministic step
 * @param clip of the predicted bits
 */
public record BitDiffusion(boolean ancestral, Thresholding clip) implements Sampler {

    // Notation (here -> paper): alpha^2 -> gamma, denoised -> x_pred

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        float[] denoised = x;
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            denoised = clip.apply(denoiser.denoise(x, from));
            float[] epsilon = PredictedNoise.of(x, denoised, from);
            x = ancestral ? posterior(x, epsilon, from, to, noise) : combine(to.alpha(), denoised, to.sigma(), epsilon);
            observer.finished(i, x);
        }
        return denoised.clone();
    }

    private static float[] posterior(float[] x, float[] epsilon, NoiseLevel from, NoiseLevel to, Noise noise) {
        double kept = Math.pow(from.alpha() / to.alpha(), 2);
        double root = Math.sqrt(kept);
        return combine(
                1 / root,
                x,
                -(1 - kept) / (from.sigma() * root),
                epsilon,
                Math.sqrt(Math.max(0, 1 - kept)),
                noise.next());
    }
}
