package dev.darkroom.worker;

import dev.darkroom.torch.UNetRow;
import dev.darkroom.torch.Wrap;

/**
 * One row on its way into a UNet.
 *
 * @param input sample, timestep and prompt
 * @param height of the latent
 * @param width of the latent
 * @param wrap along which directions convolutions wrap around
 */
record LatentRow(UNetRow input, int height, int width, Wrap wrap) implements BatchedNetwork.Row {}
