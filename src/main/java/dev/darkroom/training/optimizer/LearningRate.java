package dev.darkroom.training.optimizer;

import dev.darkroom.training.TrainingSettings.OptimizerSettings;

/**
 * Warm-up, then constant, then a cosine down to the floor (Loshchilov and Hutter 2016, equation 5,
 * https://arxiv.org/abs/1608.03983, without restarts).
 *
 * @param settings peak, warm-up, flat share and floor
 */
public record LearningRate(OptimizerSettings settings) {

    /**
     * The rate of an update.
     *
     * @param step from 1
     * @param progress share of the training that is done, 0 to 1
     */
    public double at(long step, double progress) {
        double rise = Math.min(1, step / (double) Math.max(1, settings.warmUp()));
        double falling = Math.max(0, (progress - settings.flat()) / Math.max(1e-9, 1 - settings.flat()));
        double cosine = 0.5 + 0.5 * Math.cos(Math.PI * Math.min(1, falling));
        return settings.rate() * rise * (settings.floor() + (1 - settings.floor()) * cosine);
    }

    /** How much of each moving average stays at an update: little at first, so that it forgets the beginning. */
    public double[] averages(long step) {
        return settings.average().stream()
                .mapToDouble(decay -> Math.min(decay, (1.0 + step) / (10.0 + step)))
                .toArray();
    }
}
