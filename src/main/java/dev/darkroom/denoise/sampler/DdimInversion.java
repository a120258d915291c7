package dev.darkroom.denoise.sampler;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.guidance.Thresholding;

/**
 * DDIM run backwards, from a picture to the noise that DDIM would turn into it: Dhariwal and Nichol 2021, appendix F,
 * <a href="https://arxiv.org/abs/2105.05233">arXiv:2105.05233</a>. Each step asks the network as if the latent were at the end of
 * the step already; the levels of its schedule grow noisier.
 *
 * @param quantity what the network predicts
 * @param thresholding of the predicted clean latent
 */
public record DdimInversion(Quantity quantity, Thresholding thresholding) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            float[] predicted = quantity.of(x, denoiser.denoise(x, to), to);
            x = quantity.step(x, predicted, from, to, thresholding);
            observer.finished(i, x);
        }
        return x;
    }
}
