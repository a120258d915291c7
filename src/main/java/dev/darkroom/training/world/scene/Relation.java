package dev.darkroom.training.world.scene;

import java.util.Locale;

/** Where the first of two things is, seen from the second. */
public enum Relation {
    /** There is no second thing. */
    NONE,
    LEFT_OF,
    ABOVE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
