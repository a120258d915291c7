/**
 * The one method to read first: request to text to denoising to pixels. Also fills a draft in to a complete
 * request. From torch it takes values alone, conditioning and the out-of-memory error that lanes pass on; it makes no
 * network call but through a lane.
 */
@ApplicationModule(
        allowedDependencies = {
            "generation",
            "image",
            "imagestore",
            "model",
            "text",
            "text :: prompt",
            "text :: infotext",
            "denoise",
            "denoise :: *",
            "torch",
            "latent",
            "worker"
        })
@NullMarked
package dev.darkroom.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
