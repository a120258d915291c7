package dev.darkroom.model;

import dev.darkroom.model.ModelDescriptor.Defaults;

/**
 * What follows from a model's configuration files.
 *
 * @param sizes of its pictures
 * @param conditioning what it is told
 * @param purpose what its network takes beside the latent
 * @param usual what a request gets that does not say otherwise
 */
record Nature(SizeRule sizes, Conditioning conditioning, ModelPurpose purpose, Defaults usual) {

    /** @throws ModelFormatException if the files do not fit together */
    static Nature of(ModelDirectory directory, SaidLabels said) {
        return switch (directory.space()) {
            case LATENT -> LatentNature.of(directory);
            case PIXEL -> new PixelNature(directory).ofPixels(said);
            case BITS -> new PixelNature(directory).ofBits();
        };
    }
}
