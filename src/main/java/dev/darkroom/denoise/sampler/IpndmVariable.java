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

/**
 * Improved PNDM with variable steps: Adams-Bashforth in backward differences, Liu et al. 2022,
 * <a href="https://arxiv.org/abs/2202.09778">arXiv:2202.09778</a>, with the weights of Zhou et al. 2024
 * (<a href="https://arxiv.org/abs/2312.00094">arXiv:2312.00094</a>, diff-solvers) that ComfyUI calls {@code ipndm_v}. Those of the third
 * and fourth value are not the exact ones, so that the order is two.
 *
 * @param order most values remembered, 1 to 4
 */
public record IpndmVariable(int order) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        List<float[]> newestFirst = new ArrayList<>();
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            newestFirst.add(0, PredictedNoise.of(x, denoiser.denoise(x, from), from));
            int taken = to.clean() ? 1 : Math.min(order, newestFirst.size());
            double[] steps = new double[taken];
            for (int k = 0; k < taken; k++) {
                steps[k] = schedule.to(i - k).sigma() - schedule.from(i - k).sigma();
            }
            float[] slope =
                    combine(weights(steps), newestFirst.subList(0, taken).toArray(new float[0][]));
            x = combine(1, x, steps[0], slope);
            observer.finished(i, x);
        }
        return x;
    }

    /** Weights of the newest slopes, from the lengths of the coming step and those before it. */
    private static double[] weights(double[] h) {
        double[] weights = new double[h.length];
        weights[0] = 1;
        if (h.length > 1) {
            double half = h[0] / h[1] / 2;
            add(weights, half, 1, -1);
        }
        if (h.length > 2) {
            double near = h[1] / h[2];
            double end = 1 - h[0] / (3 * (h[0] + h[1]));
            double area = h[0] * (h[0] + h[1]) / (h[1] * (h[1] + h[2]));
            add(weights, (1 - (1 - end) * area) / 2, 1, -1 - near, near);
            if (h.length > 3) {
                double far = h[1] * (h[1] + h[2]) / (h[2] * (h[2] + h[3]));
                double reach = h[0] + h[1] + h[2];
                double cubic = end / 2 + (1 - h[0] / (2 * (h[0] + h[1]))) * h[0] / (6 * reach);
                double volume = area * reach / (h[1] + h[2] + h[3]);
                add(weights, cubic * volume, 1, -1 - near - far, near + far * (1 + h[2] / h[3]), -far * near);
            }
        }
        return weights;
    }

    private static void add(double[] weights, double factor, double... difference) {
        for (int k = 0; k < difference.length; k++) {
            weights[k] += factor * difference[k];
        }
    }
}
