/**
 * How networks learn, from pictures with captions to weights that the service loads. It uses the forward process, the
 * schedules and the network sources of the packages that generate, never copies of them.
 */
@ApplicationModule(
        allowedDependencies = {
            "generation",
            "image",
            "model",
            "torch",
            "denoise",
            "denoise :: *",
            "text",
            "latent",
            "plot"
        })
@NullMarked
package dev.darkroom.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
