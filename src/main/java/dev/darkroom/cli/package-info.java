/**
 * The sub-commands of the jar: serve, draw, bench, train, evaluate, models, dataset, samplers.
 */
@ApplicationModule(
        allowedDependencies = {
            "generation",
            "image",
            "model",
            "denoise",
            "denoise :: *",
            "torch",
            "text",
            "latent",
            "worker",
            "pipeline",
            "plot",
            "evaluation",
            "evaluation :: figure",
            "training",
            "training :: *"
        })
@NullMarked
package dev.darkroom.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
