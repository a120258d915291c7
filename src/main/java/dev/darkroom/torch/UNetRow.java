package dev.darkroom.torch;

/**
 * One row of a UNet evaluation.
 *
 * @param sample the network's input, [in_channels, height, width] flattened: the scaled latent and, for inpainting and
 *     editing kinds, the further channels after it
 * @param timestep may be fractional
 * @param context the condition, from {@link UNet#context}
 */
@SuppressWarnings("ArrayRecordComponent")
public record UNetRow(float[] sample, double timestep, UNetContext context) {}
