/** Small labelled icons of few colours: the discrete data that bit diffusion learns. */
@NullMarked
package dev.darkroom.training.icons;

import org.jspecify.annotations.NullMarked;
