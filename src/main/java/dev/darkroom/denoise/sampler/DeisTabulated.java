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
 * DEIS with polynomials in the time of the VP SDE: the newest slopes are extrapolated in time and integrated over sigma.
 * Zhang and Chen 2022, equation 15 (tAB-DEIS), <a href="https://arxiv.org/abs/2204.13902">arXiv:2204.13902</a>, over the range
 * of sigmas that Karras et al. 2022 train on, as ComfyUI has it.
 *
 * @param order number of slopes, 1 to 4
 */
public record DeisTabulated(int order) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        List<float[]> slopes = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            slopes.add(0, PredictedNoise.of(x, denoiser.denoise(x, from), from));
            times.add(0, VpTime.of(from.sigma()));
            int taken = to.clean() ? 1 : Math.min(order, slopes.size());
            double[] weights = taken == 1
                    ? new double[] {to.sigma() - from.sigma()}
                    : VpTime.weights(times.subList(0, taken), VpTime.of(to.sigma()));
            x = combine(1, x, 1, combine(weights, slopes.subList(0, taken).toArray(new float[0][])));
            observer.finished(i, x);
        }
        return x;
    }
}
