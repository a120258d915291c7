package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * {@link DpmPlusPlus2SAncestral} with CFG++: both stages use unguided predictions, and the guidance is added at the end of
 * the step, as <a href="https://github.com/comfyanonymous/ComfyUI">ComfyUI</a> has it (Lu et al. 2022, algorithm 1,
 * <a href="https://arxiv.org/abs/2211.01095">arXiv:2211.01095</a>; Chung et al. 2024,
 * <a href="https://arxiv.org/abs/2406.08070">arXiv:2406.08070</a>).
 *
 * @param eta share of the noise that is renewed, 0 to 1
 * @param noiseScale standard deviation of the draws, 1 in theory
 */
public record DpmPlusPlus2SCfgPlusPlus(double eta, double noiseScale) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            AncestralStep step = AncestralStep.of(from, schedule.to(i), eta);
            GuidedPair pair = GuidedPair.of(denoiser, x, from);
            float[] unguided = pair.unguided();
            if (!step.down().clean()) {
                NoiseLevel middle = schedule.levels()
                        .at(Math.sqrt(from.sigma() * step.down().sigma()));
                float[] half = Euler.step(x, unguided, from, middle);
                unguided = GuidedPair.of(denoiser, half, middle).unguided();
            }
            x = combine(1, Euler.step(x, unguided, from, step.down()), 1, pair.direction());
            if (!schedule.to(i).clean()) {
                x = combine(1, x, step.up() * noiseScale, noise.next());
            }
            observer.finished(i, x);
        }
        return x;
    }

    @Override
    public int evaluations(Schedule schedule) {
        return TwoStage.evaluations(schedule);
    }
}
