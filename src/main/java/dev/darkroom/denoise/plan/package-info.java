/**
 * From names and configurations to a run: the catalogs of samplers and schedules with all their spellings, and the plan
 * that says how one image is denoised.
 */
@NamedInterface("plan")
@NullMarked
package dev.darkroom.denoise.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
