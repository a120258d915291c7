package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.guidance.Preconditioning;
import dev.darkroom.denoise.guidance.Preconditioning.Factors;

/**
 * Euler with churn as diffusers has it: the network sees the latent before the noise is added, and its output then
 * stands for the raised latent. One evaluation a step, as in {@link Euler}, which asks the network again after the noise
 * and is the method of the paper (Karras et al. 2022, algorithm 2, <a href="https://arxiv.org/abs/2206.00364">arXiv:2206.00364</a>).
 *
 * @param churn noise added in a step; drawn only where it acts
 * @param reading what the network's output means
 * @param atRaised whether the output is read at the raised level (networks that predict noise), else at the old one
 */
public record EulerLateChurn(Churn churn, Preconditioning reading, boolean atRaised) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel hat = churn.raised(schedule, i);
            float[] denoised = denoiser.denoise(x, from);
            if (hat.sigma() > from.sigma()) {
                float[] lifted = churn.apply(x, from, hat, noise);
                denoised = reread(x, denoised, from, lifted, atRaised ? hat : from);
                x = lifted;
            }
            x = Euler.step(x, denoised, hat, schedule.to(i));
            observer.finished(i, x);
        }
        return x;
    }

    /** The clean latent that the output for {@code x} means for the lifted latent. */
    private float[] reread(float[] x, float[] denoised, NoiseLevel from, float[] lifted, NoiseLevel at) {
        Factors seen = reading.at(from);
        Factors meant = reading.at(at);
        double output = meant.out() / seen.out();
        return combine(meant.skip(), lifted, output, denoised, -output * seen.skip(), x);
    }
}
