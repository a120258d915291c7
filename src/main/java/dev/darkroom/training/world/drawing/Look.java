package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Mood;
import dev.darkroom.training.world.scene.Wear;

/**
 * How one thing is to look.
 *
 * @param tint its colour
 * @param wearTint colour of what it wears
 * @param openness free variation that no caption names, 0 to 1
 */
record Look(Tint tint, Mood mood, Wear wear, Tint wearTint, double openness) {

    /** A thing without a face. */
    static Look plain(Tint tint) {
        return new Look(tint, Mood.HAPPY, Wear.NONE, tint, 0.5);
    }
}
