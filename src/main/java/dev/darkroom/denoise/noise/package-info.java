/** Seeded generators that draw what PyTorch draws, and the noise of one image made from them. */
@NamedInterface("noise")
@NullMarked
package dev.darkroom.denoise.noise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
