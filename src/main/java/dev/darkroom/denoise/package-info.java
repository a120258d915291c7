/**
 * The diffusion process in plain Java on float arrays: schedules, samplers, guidance, noise generators. No
 * device, no file, no Spring.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.darkroom.denoise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
