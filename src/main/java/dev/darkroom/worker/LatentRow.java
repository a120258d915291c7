package dev.darkroom.worker;

import dev.darkroom.torch.UNetRow;

/**
 * One row on its way into a UNet.
 *
 * @param input sample, timestep and prompt
 * @param height of the latent
 * @param width of the latent
 */
record LatentRow(UNetRow input, int height, int width) implements BatchedNetwork.Row {}
