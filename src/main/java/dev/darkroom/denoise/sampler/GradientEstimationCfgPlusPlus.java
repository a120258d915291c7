package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * {@link GradientEstimation} with CFG++: both slopes are unguided ones. Permenter and Yuan 2023, section 4,
 * <a href="https://arxiv.org/abs/2306.04848">arXiv:2306.04848</a>; Chung et al. 2024,
 * <a href="https://arxiv.org/abs/2406.08070">arXiv:2406.08070</a>; as <a href="https://github.com/comfyanonymous/ComfyUI">ComfyUI</a> has it.
 *
 * @param gamma weight of the newest slope against the one before; 1 is Euler, usually 2
 */
public record GradientEstimationCfgPlusPlus(double gamma) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        float[] before = {};
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            GuidedPair pair = GuidedPair.of(denoiser, x, from);
            float[] slope = PredictedNoise.of(x, pair.unguided(), from);
            x = pair.step(x, from, to);
            if (before.length > 0 && !to.clean()) {
                double change = (gamma - 1) * (to.sigma() - from.sigma());
                x = combine(1, x, change, slope, -change, before);
            }
            before = slope;
            observer.finished(i, x);
        }
        return x;
    }
}
