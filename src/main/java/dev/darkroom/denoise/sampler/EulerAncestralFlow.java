package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * Ancestral Euler steps on flow levels: down along the straight path, then up again with fresh noise such that signal and
 * noise are those of the wanted level, as <a href="https://github.com/comfyanonymous/ComfyUI">ComfyUI</a> has it for
 * rectified flow.
 *
 * @param eta how much further down to go, 0 (the ODE) to 1
 * @param noiseScale standard deviation of the draws, 1 in theory
 */
public record EulerAncestralFlow(double eta, double noiseScale) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            double sigmaDown = to.sigma() * (1 + (to.sigma() / from.sigma() - 1) * eta);
            NoiseLevel down = new NoiseLevel(to.timestep(), 1 - sigmaDown, sigmaDown);
            x = Euler.step(x, denoiser.denoise(x, from), from, down);
            if (eta > 0 && !to.clean()) {
                double ratio = to.alpha() / down.alpha();
                double added = Math.sqrt(to.sigma() * to.sigma() - sigmaDown * sigmaDown * ratio * ratio);
                x = combine(ratio, x, added * noiseScale, noise.next());
            }
            observer.finished(i, x);
        }
        return x;
    }
}
