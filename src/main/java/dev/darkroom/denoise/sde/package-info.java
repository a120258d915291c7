/**
 * Score-based models: the forward process as a stochastic differential equation and the ways to discretize its reverse.
 * Song et al. 2021, <a href="https://arxiv.org/abs/2011.13456">arXiv:2011.13456</a>.
 */
@NamedInterface("sde")
@NullMarked
package dev.darkroom.denoise.sde;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
