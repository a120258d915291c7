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
            Boundary boundary = boundary(from);
            float[] clean = combine(boundary.skip(), x, boundary.out(), denoiser.denoise(x, from));
            x = schedule.last(i) ? clean : combine(to.alpha(), clean, to.sigma(), noise.next());
            observer.finished(i, x);
        }
        return x;
    }

    /** The consistency function at a level: {@code skip * x + out * x0}, at timestep 0 the latent itself. */
    public Boundary boundary(NoiseLevel level) {
        double time = level.timestep() * timestepScaling;
        double norm = Math.hypot(time, SIGMA_DATA);
        return new Boundary(SIGMA_DATA * SIGMA_DATA / (norm * norm), time / norm);
    }

    /**
     * The boundary condition's factors.
     *
     * @param skip of the latent
     * @param out of the predicted clean latent
     */
    public record Boundary(double skip, double out) {}
}
