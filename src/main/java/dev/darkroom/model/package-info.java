/**
 * Diffusers directories on disk: their configs, memory-mapped safetensors, the catalog of known models, and what lies in
 * the jar: the default model, the model of icons and the judge of pictures. Knows files, not tensors on a device; it
 * hands files over in the form {@code torch} takes them. To say what is wrong with a directory it asks {@code torch},
 * {@code text} and {@code denoise}, whose files these are.
 */
@ApplicationModule(
        allowedDependencies = {"generation", "imagestore", "torch", "text", "denoise :: plan", "denoise :: schedule"})
@NullMarked
package dev.darkroom.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
