/**
 * HTTP: native jobs and images, problems, documentation. Every dialect becomes one generation request.
 */
@ApplicationModule(
        allowedDependencies = {
            "generation",
            "image",
            "imagestore",
            "model",
            "denoise",
            "denoise :: *",
            "pipeline",
            "plot",
            "job",
            "worker"
        })
@NullMarked
package dev.darkroom.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
