/**
 * Pictures outside latent space: decoding within limits, encoding to PNG, JPEG and WebP, masks, PNG metadata.
 * Pixels are 8-bit here, with alpha or without, and float [3, height, width] in [-1, 1] towards the networks.
 */
@ApplicationModule(allowedDependencies = {"generation"})
@NullMarked
package dev.darkroom.image;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
