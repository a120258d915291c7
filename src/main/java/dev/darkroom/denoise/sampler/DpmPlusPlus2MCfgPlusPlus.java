package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * DPM++ 2M with CFG++: Lu et al. 2022, algorithm 2, <a href="https://arxiv.org/abs/2211.01095">arXiv:2211.01095</a>, with the noise of
 * the unguided prediction (Chung et al. 2024, <a href="https://arxiv.org/abs/2406.08070">arXiv:2406.08070</a>), as
 * <a href="https://github.com/comfyanonymous/ComfyUI">ComfyUI</a> has it. In the variance-exploding frame.
 */
public record DpmPlusPlus2MCfgPlusPlus() implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        float[] before = {};
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            GuidedPair pair = GuidedPair.of(denoiser, x, from);
            x = pair.step(x, from, to);
            if (before.length > 0 && !to.clean()) {
                double h = to.lambda() - from.lambda();
                double last = from.lambda() - schedule.from(i - 1).lambda();
                double weight = -Math.expm1(-h) * h / (2 * last);
                x = combine(1, x, weight, pair.guided(), -weight, before);
            }
            before = pair.unguided();
            observer.finished(i, x);
        }
        return x;
    }
}
