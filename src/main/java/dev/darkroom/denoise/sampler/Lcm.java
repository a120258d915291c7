package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * Multistep sampling of latent consistency models: Luo et al. 2023, algorithm 3 and equation 9,
 * <a href="https://arxiv.org/abs/2310.04378">arXiv:2310.04378</a>. Jumps to the clean latent, then adds noise for the
 * next level.
 *
 * @param timestepScaling how fast the boundary condition fades with the timestep, usually 10
 */
public record Lcm(double timestepScaling) implements Sampler {

    private static final double SIGMA_DATA = 0.5;

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            double time = from.timestep() * timestepScaling;
            double norm = Math.hypot(time, SIGMA_DATA);
            double skip = SIGMA_DATA * SIGMA_DATA / (norm * norm);
            float[] clean = combine(skip, x, time / norm, denoiser.denoise(x, from));
            x = schedule.last(i) ? clean : combine(to.alpha(), clean, to.sigma(), noise.next());
            observer.finished(i, x);
        }
        return x;
    }
}
