/**
 * The space that a model denoises in, an autoencoder's latents, pixels or analog bits: picture to latent, latent to
 * picture, cheap previews of a latent.
 */
@ApplicationModule(allowedDependencies = {"torch"})
@NullMarked
package dev.darkroom.latent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
