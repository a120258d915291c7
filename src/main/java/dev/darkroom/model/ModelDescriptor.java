package dev.darkroom.model;

import dev.darkroom.generation.Size;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model that can be asked for.
 *
 * @param id what a request calls it: its folder's name
 * @param description one sentence: what it can draw
 * @param directory where it lies
 * @param sizes of its pictures
 * @param defaults what a request gets that does not say otherwise
 * @param scheduler content of {@code scheduler_config.json}
 * @param conditioning what it is told of the picture
 * @param words those of the captions that it was trained on, lower case; empty if it does not say
 * @param purpose what its UNet takes beside the latent
 * @param weightBytes bytes of all weights on disk
 */
public record ModelDescriptor(
        String id,
        String description,
        ModelDirectory directory,
        SizeRule sizes,
        Defaults defaults,
        Map<String, Object> scheduler,
        Conditioning conditioning,
        Set<String> words,
        ModelPurpose purpose,
        long weightBytes) {

    /** What it denoises. */
    public ModelSpace space() {
        return directory.space();
    }

    /**
     * What a request gets that does not say otherwise.
     *
     * @param size of a picture
     * @param steps of a run
     * @param guidanceScale of classifier-free guidance
     * @param sampler name of a sampler; null for that of the scheduler
     */
    public record Defaults(
            Size size,
            int steps,
            double guidanceScale,
            @Nullable String sampler) {

        Defaults(Size size, int steps, double guidanceScale) {
            this(size, steps, guidanceScale, null);
        }
    }
}
