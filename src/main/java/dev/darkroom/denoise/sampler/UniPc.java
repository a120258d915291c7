package dev.darkroom.denoise.sampler;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The unified predictor-corrector: Zhao et al. 2023, algorithms 5 to 8, <a href="https://arxiv.org/abs/2302.04867">arXiv:2302.04867</a>.
 * The corrector makes use of the output that the next predictor needs anyway, so a step costs one evaluation.
 *
 * @param update weights of predictor and corrector
 * @param order 1, 2 or 3
 * @param lowerOrderFinal let the order fall to 1 at the end
 * @param uncorrected indices of steps whose result is not corrected
 */
public record UniPc(UniPcUpdate update, int order, boolean lowerOrderFinal, Set<Integer> uncorrected)
        implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        List<UniPcUpdate.Output> newestFirst = new ArrayList<>();
        float[] previous = x;
        int taken = 0;
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            UniPcUpdate.Output output = update.output(x, denoiser.denoise(x, from), from);
            if (taken > 0 && !uncorrected.contains(i - 1)) {
                x = update.correct(previous, schedule.from(i - 1), from, newestFirst.subList(0, taken), output);
            }
            newestFirst.add(0, output);
            int left = lowerOrderFinal ? schedule.size() - i : order;
            taken = Math.min(Math.min(order, left), newestFirst.size());
            previous = x;
            x = update.predict(x, from, schedule.to(i), newestFirst.subList(0, taken));
            observer.finished(i, x);
        }
        return x;
    }
}
