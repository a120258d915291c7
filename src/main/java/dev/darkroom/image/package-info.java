/**
 * Pictures outside latent space: decoding within limits, encoding to PNG, JPEG and WebP, masks, PNG metadata.
 * Pixels are 8-bit RGB here and float [3, height, width] in [0, 1] towards the autoencoder.
 */
@ApplicationModule(allowedDependencies = {"generation"})
@NullMarked
package dev.darkroom.image;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
