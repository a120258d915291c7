package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * Multistep consistency sampling: Song et al. 2023, algorithm 1, <a href="https://arxiv.org/abs/2303.01469">arXiv:2303.01469</a>.
 * Jumps to the clean latent, then adds noise for the next level, less what the model's smallest level holds already.
 *
 * @param sigmaMin smallest sigma of the model
 * @param noiseScale standard deviation of the draws, 1 in theory
 */
public record ConsistencyMultistep(double sigmaMin, double noiseScale) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel to = schedule.to(i);
            x = denoiser.denoise(x, schedule.from(i));
            if (schedule.size() > 1) {
                double added = Math.sqrt(Math.max(0, to.sigma() * to.sigma() - sigmaMin * sigmaMin));
                x = combine(1, x, added * noiseScale, noise.next());
            }
            observer.finished(i, x);
        }
        return x;
    }
}
