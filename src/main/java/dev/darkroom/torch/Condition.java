package dev.darkroom.torch;

/** What one row of a UNet evaluation is conditioned on: a text or a class. Immutable. */
public sealed interface Condition permits TextConditioning, ClassLabel {

    /** Number of text tokens; rows of one batch must agree in it. */
    int tokens();
}
