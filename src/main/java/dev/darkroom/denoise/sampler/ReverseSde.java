package dev.darkroom.denoise.sampler;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.sde.Discretization;
import dev.darkroom.denoise.sde.ReverseIncrement;

/**
 * The reverse SDE step by step: Song et al. 2021, equation 6,
 * <a href="https://arxiv.org/abs/2011.13456">arXiv:2011.13456</a>. Draws in the last step too, whether or not the noise
 * is kept.
 *
 * @param discretization Euler–Maruyama or reverse diffusion
 * @param endsNoisy whether the last step's noise stays; the paper (appendix G) leaves it out
 */
public record ReverseSde(Discretization discretization, boolean endsNoisy) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            ReverseIncrement increment = discretization.at(schedule.steps().get(i));
            float[] mean = increment.mean(x, denoiser.score(x, schedule.from(i)));
            float[] noised = increment.noised(mean, noise.next());
            x = schedule.last(i) && !endsNoisy ? mean : noised;
            observer.finished(i, x);
        }
        return x;
    }
}
