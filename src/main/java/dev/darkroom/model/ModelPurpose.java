package dev.darkroom.model;

import java.util.Optional;

/** What a latent model's UNet takes beside the latent, and so what the model is made for. */
public enum ModelPurpose {

    /** Nothing: any task. */
    GENERAL,

    /** A mask and the latent of the picture without what the mask covers: Rombach et al. 2022, section 4.5. */
    INPAINTING,

    /** The latent of a picture that is to be edited as the prompt says: InstructPix2Pix, Brooks et al. 2023. */
    EDITING;

    /**
     * The purpose of a UNet.
     *
     * @param inChannels of its input
     * @param latentChannels of the autoencoder
     * @return empty if the numbers fit none
     */
    static Optional<ModelPurpose> of(int inChannels, int latentChannels) {
        if (inChannels == latentChannels) {
            return Optional.of(GENERAL);
        }
        if (inChannels == 2 * latentChannels + 1) {
            return Optional.of(INPAINTING);
        }
        return inChannels == 2 * latentChannels ? Optional.of(EDITING) : Optional.empty();
    }
}
