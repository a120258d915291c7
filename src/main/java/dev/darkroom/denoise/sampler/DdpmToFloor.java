package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * Ancestral sampling in continuous time that ends at a level with a little noise left, to which it adds none: Pernias et al.
 * 2023 (Würstchen), <a href="https://arxiv.org/abs/2306.00637">arXiv:2306.00637</a>; the posterior is that of Ho et al. 2020,
 * equations 6 and 7, <a href="https://arxiv.org/abs/2006.11239">arXiv:2006.11239</a>. Draws in the last step too, with weight 0.
 */
public record DdpmToFloor() implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            x = Ddpm.mean(x, denoiser.denoise(x, from), from, to);
            float[] draw = noise.next();
            if (!schedule.last(i)) {
                x = combine(1, x, Math.sqrt(Ddpm.posteriorVariance(from, to)), draw);
            }
            observer.finished(i, x);
        }
        return x;
    }
}
