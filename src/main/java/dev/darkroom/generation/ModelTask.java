package dev.darkroom.generation;

/** What a model can be asked to do. */
public enum ModelTask {
    /** A picture from words. */
    TEXT_TO_IMAGE,
    /** A picture from another one and words. */
    IMAGE_TO_IMAGE,
    /** A part of a picture anew. */
    INPAINTING,
    /** What lies beyond a picture's edges. */
    OUTPAINTING,
    /** A picture changed as an instruction says. */
    EDITING
}
