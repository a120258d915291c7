/**
 * Diffusers directories on disk: their configs, memory-mapped safetensors, the catalog of known models and the embedded
 * default model. Knows files, not tensors on a device; it hands files over in the form {@code torch} takes them.
 */
@ApplicationModule(allowedDependencies = {"generation", "imagestore", "torch"})
@NullMarked
package dev.darkroom.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
