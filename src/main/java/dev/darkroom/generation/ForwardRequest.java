package dev.darkroom.generation;

import java.util.List;

/**
 * A complete request of the forward process: the same request gives the same pixels.
 *
 * @param model id of a model
 * @param reference {@code sha256:<hex>} of the stored picture
 * @param timesteps of the model's training, at least one
 * @param space where noise is added
 * @param seed of the noise
 * @param noise which generator draws
 * @param size of the noised pictures
 */
public record ForwardRequest(
        String model, String reference, List<Integer> timesteps, Space space, long seed, NoiseSource noise, Size size) {

    public ForwardRequest {
        timesteps = List.copyOf(timesteps);
    }

    /** Where noise is added. */
    public enum Space {
        /** To the latent, which is decoded then: what the network sees in training. */
        LATENT,
        /** To the pixels: what the papers show. */
        PIXEL
    }
}
