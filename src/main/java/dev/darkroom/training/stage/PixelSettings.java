package dev.darkroom.training.stage;

import dev.darkroom.training.UnusableSettingsException;

/**
 * What the stages of pixel models are told; {@code training/pixels.yaml} describes each value.
 *
 * @param classes attribute whose values are the classes, {@code folder} for the pictures' folders; empty for none
 * @param unlabelled share of the examples whose class is hidden
 * @param surveyed examples that are looked at for the classes
 * @param timesteps uniform, min-snr or logit-normal
 * @param weighting none, min-snr or p2
 * @param gamma of the weighting
 * @param evaluated pictures never trained on
 * @param drawn pictures of a sample
 * @param guidance of samples
 * @param steps of samples
 */
record PixelSettings(
        String classes,
        double unlabelled,
        int surveyed,
        String timesteps,
        String weighting,
        double gamma,
        int evaluated,
        int drawn,
        double guidance,
        int steps) {

    PixelSettings {
        if (unlabelled < 0 || unlabelled > 1) {
            throw new UnusableSettingsException("objective.unlabelled is within 0 and 1");
        }
        if (surveyed < 1 || evaluated < 1 || drawn < 1 || steps < 1) {
            throw new UnusableSettingsException("objective.surveyed, evaluated, drawn and steps are at least 1");
        }
    }
}
