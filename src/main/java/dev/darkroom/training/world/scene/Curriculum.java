package dev.darkroom.training.world.scene;

/** How much of the world is drawn. */
public enum Curriculum {
    /** One flat thing, smiley or animal on a pale or plain background. */
    CORE,
    /** Everything: numbers, pairs, landscapes, styles. */
    FULL
}
