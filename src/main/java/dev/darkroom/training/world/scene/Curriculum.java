package dev.darkroom.training.world.scene;

/** How much of the world is drawn. */
public enum Curriculum {
    /** What people type first: smileys with all moods and wear, cat, dog, heart, star, and a few more, alone. */
    FIRST,
    /** One flat thing, smiley or animal on a pale or plain background. */
    CORE,
    /** Everything: numbers, pairs, landscapes, styles. */
    FULL
}
