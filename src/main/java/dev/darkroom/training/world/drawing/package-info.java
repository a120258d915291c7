/**
 * Scenes to pictures: one small drawer a thing, on Java2D without fonts, files or a display.
 */
@NamedInterface("drawing")
@NullMarked
package dev.darkroom.training.world.drawing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
