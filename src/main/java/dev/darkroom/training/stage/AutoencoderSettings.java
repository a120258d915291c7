package dev.darkroom.training.stage;

import dev.darkroom.training.UnusableSettingsException;

/**
 * What the autoencoder's stage is told.
 *
 * @param kl weight of the Kullback-Leibler term
 * @param equivariance share of batches whose latent is turned and resized
 * @param crop side of crops in pixels; 0 for none
 * @param whole share of batches of whole pictures
 * @param evaluated unseen pictures that quality is measured on
 * @param vae folder that holds the {@code vae} to begin with; empty for none
 * @param decoderOnly whether the encoder stays as it is, so that latents keep their meaning
 */
record AutoencoderSettings(
        double kl, double equivariance, int crop, double whole, int evaluated, String vae, boolean decoderOnly) {

    AutoencoderSettings {
        if (equivariance < 0 || equivariance > 1 || whole < 0 || whole > 1) {
            throw new UnusableSettingsException("objective.equivariance and objective.whole are within 0 and 1");
        }
        if (evaluated < 1 || crop < 0) {
            throw new UnusableSettingsException("objective.evaluated is at least 1, objective.crop at least 0");
        }
        if (decoderOnly && vae.isEmpty()) {
            throw new UnusableSettingsException(
                    "objective.decoder-only needs objective.vae: the folder of the autoencoder whose encoder stays");
        }
    }
}
