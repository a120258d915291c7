package dev.darkroom.generation;

/** What a model can be asked to do. */
public enum ModelTask {
    /** A picture from words. */
    TEXT_TO_IMAGE,
    /** A picture of a label. */
    LABEL_TO_IMAGE,
    /** A picture of what the model was trained on, without being told more. */
    UNCONDITIONAL,
    /** A picture from another one. */
    IMAGE_TO_IMAGE,
    /** A part of a picture anew. */
    INPAINTING,
    /** What lies beyond a picture's edges. */
    OUTPAINTING,
    /** A picture changed as an instruction says. */
    EDITING
}
