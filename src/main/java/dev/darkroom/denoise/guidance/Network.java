package dev.darkroom.denoise.guidance;

import java.util.List;

/**
 * A diffusion network as samplers' plumbing sees it. The rows of one call belong to one image; whoever implements this
 * may merge the calls of many images into one batch.
 *
 * @param <C> what a row is conditioned on, for example the encoded prompt
 */
@FunctionalInterface
public interface Network<C> {

    /**
     * Evaluates the network once for each condition, all on the same input.
     *
     * @param input scaled latent of one image, [channels, height, width]
     * @param timestep of the level, as the network was trained on it
     * @param conditions one for each row
     * @return raw outputs, one for each row in order; twice as long as the input if the network learns its variance
     */
    List<float[]> evaluate(float[] input, double timestep, List<C> conditions);
}
