package dev.darkroom.training.world.scene;

/** Kinds of things that behave alike. */
public enum Family {
    /** A round face with any mood, dressed or not. */
    SMILEY,
    /** The head of an animal: moods and wear, too. */
    ANIMAL,
    /** A geometric form. */
    SHAPE,
    /** What stands on the ground. */
    OBJECT,
    /** What hangs in the sky. */
    SKY;

    /** Whether its members have a mood and may wear something. */
    public boolean hasFace() {
        return this == SMILEY || this == ANIMAL;
    }
}
