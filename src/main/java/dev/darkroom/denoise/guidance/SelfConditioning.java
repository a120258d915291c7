package dev.darkroom.denoise.guidance;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A network that sees its last guess of the clean latent beside the noisy one: Chen, Zhang and Hinton 2022, section
 * 2.2, <a href="https://arxiv.org/abs/2208.04202">arXiv:2208.04202</a>. Belongs to one image.
 *
 * @param network takes twice as many channels as a latent has
 * @param guess the last predicted clean latent; empty before the first, which is a guess of zeros
 * @param <C> what a row is conditioned on
 */
public record SelfConditioning<C>(Network<C> network, Supplier<float[]> guess) implements Network<C> {

    @Override
    public List<float[]> evaluate(float[] input, double timestep, List<C> conditions) {
        float[] both = Arrays.copyOf(input, 2 * input.length);
        float[] last = guess.get();
        System.arraycopy(last, 0, both, input.length, last.length);
        return network.evaluate(both, timestep, conditions);
    }
}
