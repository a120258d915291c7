/**
 * Schedules as values: the betas a model was trained with, how timesteps are spaced, the sigma curves people choose,
 * and the scheduler configurations that name them.
 */
@NamedInterface("schedule")
@NullMarked
package dev.darkroom.denoise.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
