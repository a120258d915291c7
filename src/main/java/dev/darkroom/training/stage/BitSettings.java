package dev.darkroom.training.stage;

import dev.darkroom.training.UnusableSettingsException;

/**
 * What the stage of bit diffusion is told.
 *
 * @param guessed share of the batches that see a first guess of themselves
 * @param unlabelled share of the examples whose label is hidden, for guidance
 * @param evaluated icons that are drawn to measure quality
 * @param steps of such a drawing
 */
record BitSettings(double guessed, double unlabelled, int evaluated, int steps) {

    BitSettings {
        if (guessed < 0 || guessed > 1 || unlabelled < 0 || unlabelled > 1) {
            throw new UnusableSettingsException("objective.guessed and objective.unlabelled are within 0 and 1");
        }
        if (evaluated < 1 || steps < 1) {
            throw new UnusableSettingsException("objective.evaluated and objective.steps are at least 1");
        }
    }
}
