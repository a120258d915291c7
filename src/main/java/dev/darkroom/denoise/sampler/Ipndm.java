package dev.darkroom.denoise.sampler;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import java.util.ArrayList;
import java.util.List;

/**
 * Improved PNDM: multistep from the first step on, of lower order while few noise predictions are known. Liu et al. 2022,
 * <a href="https://arxiv.org/abs/2202.09778">arXiv:2202.09778</a>, with the start of Zhang and Chen 2022, appendix B,
 * <a href="https://arxiv.org/abs/2204.13902">arXiv:2204.13902</a>. Takes the steps for equally long.
 *
 * @param order highest order, 1 to 4
 * @param plainEnd take a last step that ends without noise with order 1
 */
public record Ipndm(int order, boolean plainEnd) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        List<float[]> newestFirst = new ArrayList<>();
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            newestFirst.add(0, PredictedNoise.of(x, denoiser.denoise(x, from), from));
            int taken = plainEnd && schedule.to(i).clean() ? 1 : order;
            float[] epsilon = AdamsBashforth.extrapolated(newestFirst, taken);
            x = Quantity.EPSILON.step(x, epsilon, from, schedule.to(i));
            observer.finished(i, x);
        }
        return x;
    }
}
