package dev.darkroom.training.stage;

import dev.darkroom.training.UnusableSettingsException;

/**
 * What the classifier's stage is told.
 *
 * @param surveyed examples whose attributes are read before training
 * @param distorted share of pictures that are distorted
 * @param evaluated pictures never trained on, by which it is measured
 */
record ClassifierSettings(int surveyed, double distorted, int evaluated) {

    ClassifierSettings {
        if (surveyed < 1 || evaluated < 1) {
            throw new UnusableSettingsException("objective.surveyed and objective.evaluated are at least 1");
        }
        if (distorted < 0 || distorted > 1) {
            throw new UnusableSettingsException("objective.distorted is within 0 and 1");
        }
    }
}
