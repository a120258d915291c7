/**
 * How well a model draws what it is told: a fixed list of prompts goes through the ordinary pipeline, a classifier of the
 * drawn world judges the pictures, and every figure stands beside what the same judge says of true drawings.
 */
@ApplicationModule(
        allowedDependencies = {
            "generation",
            "image",
            "model",
            "torch",
            "latent",
            "pipeline",
            "training :: data",
            "training :: world",
            "training :: drawing",
            "training :: scene"
        })
@NullMarked
package dev.darkroom.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
