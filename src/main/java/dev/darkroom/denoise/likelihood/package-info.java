/**
 * How probable a latent is under a diffusion model: the probability-flow ODE as a continuous normalizing flow. Needs
 * nothing of the network but evaluations.
 */
@NamedInterface("likelihood")
@NullMarked
package dev.darkroom.denoise.likelihood;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
