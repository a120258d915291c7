package dev.darkroom.training.run;

import java.time.Duration;

/**
 * Where a run stands.
 *
 * @param step updates done
 * @param share of the training that is done, 0 to 1
 * @param batchLoss of the last update
 * @param loss of the last updates, smoothed
 * @param picturesPerSecond since this process began to train
 * @param remaining estimated
 */
public record TrainingProgress(
        long step, double share, double batchLoss, double loss, double picturesPerSecond, Duration remaining) {}
