/**
 * One lane per device. A lane is one thread that alone touches its device; it merges the waiting network
 * evaluations of many jobs into one call, loads models on demand and keeps them within a memory budget.
 */
@ApplicationModule(allowedDependencies = {"generation", "model", "torch", "text", "latent", "denoise", "denoise :: *"})
@NullMarked
package dev.darkroom.worker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
