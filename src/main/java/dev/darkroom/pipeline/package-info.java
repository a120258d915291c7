/**
 * The one method to read first: request to text to denoising to pixels. Also fills a draft in to a complete
 * request.
 */
@ApplicationModule(
        allowedDependencies = {
            "generation",
            "image",
            "imagestore",
            "model",
            "text",
            "denoise",
            "denoise :: *",
            "latent",
            "worker"
        })
@NullMarked
package dev.darkroom.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
