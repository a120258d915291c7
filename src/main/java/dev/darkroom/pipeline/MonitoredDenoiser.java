package dev.darkroom.pipeline;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.LinearCombination;
import dev.darkroom.denoise.NoiseLevel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A denoiser of one image whose run can be watched, stopped and resumed. A sampler is a function of its noise and of
 * what the denoiser answers; so handing out the answers of an interrupted run again, in order, brings the sampler and
 * its noise generator to where they were, and no sampler needs to know of checkpoints. Used by one thread.
 */
final class MonitoredDenoiser implements Denoiser {

    private final Calls denoisers;
    private final GenerationMonitor monitor;
    private final int index;
    private final List<float[]> recorded;
    private final int first;
    private int evaluation;
    private float[] latest = new float[0];

    /**
     * @param denoisers the denoiser of each evaluation; not asked for those that are replayed
     * @param index of the image within its request
     * @param evaluation number of the first evaluation: how many the image has had before, in earlier passes
     */
    MonitoredDenoiser(Calls denoisers, GenerationMonitor monitor, int index, int evaluation) {
        this.denoisers = denoisers;
        this.monitor = monitor;
        this.index = index;
        this.recorded = monitor.recorded(index);
        this.first = evaluation;
        this.evaluation = evaluation;
    }

    /** @throws GenerationCancelledException if the monitor asks for it */
    @Override
    public float[] denoise(float[] x, NoiseLevel level) {
        return answer(x.length, x.length, denoiser -> denoiser.denoise(x, level));
    }

    /** @throws GenerationCancelledException if the monitor asks for it */
    @Override
    public float[] denoiseWithVariance(float[] x, NoiseLevel level) {
        return answer(x.length, 2 * x.length, denoiser -> denoiser.denoiseWithVariance(x, level));
    }

    /** @throws GenerationCancelledException if the monitor asks for it */
    @Override
    public float[] denoiseWithUnguided(float[] x, NoiseLevel level) {
        return answer(x.length, 2 * x.length, denoiser -> denoiser.denoiseWithUnguided(x, level));
    }

    /** @throws GenerationCancelledException if the monitor asks for it */
    @Override
    public float[] score(float[] x, NoiseLevel level) {
        float[] score = answer(x.length, x.length, denoiser -> denoiser.score(x, level));
        double variance = level.sigma() * level.sigma();
        latest = LinearCombination.combine(1 / level.alpha(), x, variance / level.alpha(), score);
        return score;
    }

    private float[] answer(int latentSize, int size, Function<Denoiser, float[]> question) {
        if (monitor.cancelRequested()) {
            throw new GenerationCancelledException();
        }
        int now = evaluation++;
        float[] answer;
        if (now < recorded.size() && recorded.get(now).length == size) {
            answer = recorded.get(now).clone();
        } else {
            answer = question.apply(denoisers.at(now - first, latest));
            monitor.record(index, now, answer);
        }
        latest = Arrays.copyOf(answer, latentSize);
        return answer.clone();
    }

    /** Which denoiser is asked. */
    @FunctionalInterface
    interface Calls {

        /**
         * The denoiser of an evaluation.
         *
         * @param call its number within the pass, replayed ones counted
         * @param guess what the denoiser answered last; empty before the first answer
         */
        Denoiser at(int call, float[] guess);
    }

    /** How many evaluations the image has had, those of earlier passes included. */
    int evaluations() {
        return evaluation;
    }

    /** What the denoiser answered last: the best guess of the clean latent so far. */
    float[] latest() {
        return latest;
    }
}
