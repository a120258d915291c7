package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * Jumps to the predicted clean latent and diffuses it to the next level with fresh noise in each step: how distilled
 * flow models are sampled; on variance-exploding levels it is the algorithm of <a href="https://arxiv.org/abs/2303.01469">consistency
 * models</a> (Song et al. 2023, algorithm 1). Draws in the last step too, with weight 0.
 */
public record Renoise() implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel to = schedule.to(i);
            x = combine(to.alpha(), denoiser.denoise(x, schedule.from(i)), to.sigma(), noise.next());
            observer.finished(i, x);
        }
        return x;
    }
}
