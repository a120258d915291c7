/**
 * What there is to draw, as plain values: things, colours, moods, scenes; how scenes are drawn at random, which
 * combinations are held out, and how a scene is put into words.
 */
@NamedInterface("scene")
@NullMarked
package dev.darkroom.training.world.scene;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
