package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * Heun steps that look up to two levels ahead and weigh the slopes by their sigmas:
 * <a href="https://github.com/Carzit/sd-webui-samplers-scheduler">HeunPP2</a>, as ComfyUI has it.
 */
public record HeunPlusPlus() implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        double largest = schedule.from(0).sigma();
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            int looks = Math.min(3, schedule.size() - i);
            float[] ahead = x;
            float[] mixed = new float[x.length];
            double left = 1;
            for (int look = looks - 1; look > 0; look--) {
                left -= schedule.from(i + look).sigma() / (looks * largest);
            }
            for (int look = 0; look < looks; look++) {
                NoiseLevel level = schedule.from(i + look);
                float[] denoised = denoiser.denoise(ahead, level);
                double weight = look == 0 ? left : level.sigma() / (looks * largest);
                mixed = combine(1, mixed, weight, PredictedNoise.of(ahead, denoised, level));
                ahead = look + 1 < looks ? Euler.step(ahead, denoised, level, schedule.to(i + look)) : ahead;
            }
            x = combine(1, x, schedule.to(i).sigma() - from.sigma(), mixed);
            observer.finished(i, x);
        }
        return x;
    }

    @Override
    public int evaluations(Schedule schedule) {
        int count = 0;
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            count += Math.min(3, schedule.size() - i);
        }
        return count;
    }
}
