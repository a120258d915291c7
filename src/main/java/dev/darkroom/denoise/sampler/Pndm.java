package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Pseudo numerical methods for diffusion models, linear multistep: Liu et al. 2022, algorithm 2 and equation 12,
 * <a href="https://arxiv.org/abs/2202.09778">arXiv:2202.09778</a>. Starts with Runge-Kutta steps (PRK) or, as Stable
 * Diffusion does (PLMS), with one improved Euler step, which evaluates the second level twice. A step of the schedule is
 * one evaluation.
 *
 * @param rungeKuttaSteps 3, or 0 for PLMS
 * @param quantity what is extrapolated: what the network predicts
 * @param before the level one step noisier than another one
 */
public record Pndm(int rungeKuttaSteps, Quantity quantity, UnaryOperator<NoiseLevel> before) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        List<float[]> outputs = new ArrayList<>();
        float[] held = x;
        int i = schedule.begin();
        for (; i < Math.min(4 * rungeKuttaSteps, schedule.size()); i++) {
            int stage = i % 4;
            held = stage == 0 ? x : held;
            float[] output = quantity.of(x, denoiser.denoise(x, schedule.from(i)), schedule.from(i));
            outputs.add(stage, output);
            float[] slope = stage == 3 ? rungeKutta(outputs) : output;
            x = quantity.step(held, slope, schedule.from(i - stage), schedule.to(i));
            observer.finished(i, x);
        }
        for (int n = i - schedule.begin(); i < schedule.size(); i++, n++) {
            NoiseLevel from = schedule.from(i);
            float[] output = quantity.of(x, denoiser.denoise(x, from), from);
            if (n == 1) {
                float[] mean = combine(0.5, outputs.get(0), 0.5, output);
                x = quantity.step(held, mean, before.apply(from), from);
            } else {
                outputs.add(0, output);
                x = quantity.step(x, AdamsBashforth.extrapolated(outputs, 4), from, schedule.to(i));
            }
            observer.finished(i, x);
        }
        return x;
    }

    /** The weighted mean of four stages, of which only the first is remembered. */
    private static float[] rungeKutta(List<float[]> outputs) {
        List<float[]> stages = new ArrayList<>(outputs.subList(0, 4));
        outputs.subList(1, 4).clear();
        return combine(new double[] {1 / 6.0, 1 / 3.0, 1 / 3.0, 1 / 6.0}, stages.toArray(new float[0][]));
    }
}
