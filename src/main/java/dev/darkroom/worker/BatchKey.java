package dev.darkroom.worker;

import dev.darkroom.torch.Wrap;
import java.util.List;

/**
 * What evaluations must have in common to share one network call.
 *
 * @param network evaluates the rows; compared by identity
 * @param shape the latent's [channels, height, width] and the number of conditioning tokens
 * @param wrap along which directions convolutions wrap around
 * @param maxRows rows that fit into one call
 */
record BatchKey(BatchedNetwork network, List<Integer> shape, Wrap wrap, int maxRows) {}
