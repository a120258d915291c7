package dev.darkroom.model;

import dev.darkroom.generation.Size;
import java.util.Map;
import java.util.Set;

/**
 * A model that can be asked for.
 *
 * @param id what a request calls it: its folder's name
 * @param description one sentence: what it can draw
 * @param directory where it lies
 * @param sizeFactor width and height of a picture are multiples of it
 * @param defaults what a request gets that does not say otherwise
 * @param scheduler content of {@code scheduler_config.json}
 * @param textLayers layers of the text encoder
 * @param words those of the captions that it was trained on, lower case; empty if it does not say
 * @param purpose what its UNet takes beside the latent
 * @param weightBytes bytes of all weights on disk
 */
public record ModelDescriptor(
        String id,
        String description,
        ModelDirectory directory,
        int sizeFactor,
        Defaults defaults,
        Map<String, Object> scheduler,
        int textLayers,
        Set<String> words,
        ModelPurpose purpose,
        long weightBytes) {

    /**
     * What a request gets that does not say otherwise.
     *
     * @param size of a picture
     * @param steps of a run
     * @param guidanceScale of classifier-free guidance
     */
    public record Defaults(Size size, int steps, double guidanceScale) {}
}
