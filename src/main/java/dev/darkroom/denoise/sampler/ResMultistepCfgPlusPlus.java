package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * {@link ResMultistep} with CFG++: the exponential step is taken with unguided predictions from a latent that has been
 * moved along the guidance before, as <a href="https://github.com/comfyanonymous/ComfyUI">ComfyUI</a> has it (Zhang et al.
 * 2023, <a href="https://arxiv.org/abs/2308.02157">arXiv:2308.02157</a>; Chung et al. 2024,
 * <a href="https://arxiv.org/abs/2406.08070">arXiv:2406.08070</a>).
 *
 * @param eta share of the noise that is renewed, 0 for the ODE
 * @param noiseScale standard deviation of the draws, 1 in theory
 */
public record ResMultistepCfgPlusPlus(double eta, double noiseScale) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        ResMultistep.History history = new ResMultistep.History();
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            AncestralStep step = AncestralStep.of(from, schedule.to(i), eta);
            GuidedPair pair = GuidedPair.of(denoiser, x, from);
            x = step.down().clean() || history.isEmpty()
                    ? pair.step(x, from, step.down())
                    : history.step(combine(1, x, 1, pair.direction()), pair.unguided(), from, step.down());
            if (eta > 0 && !schedule.to(i).clean()) {
                x = combine(1, x, step.up() * noiseScale, noise.next());
            }
            history.add(pair.unguided(), from, step.down());
            observer.finished(i, x);
        }
        return x;
    }
}
