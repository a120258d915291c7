package dev.darkroom.generation;

/** In which directions copies of a picture can be put side by side without a seam. */
public enum Tiling {
    NONE,
    /** Left and right. */
    X,
    /** One above the other. */
    Y,
    BOTH
}
