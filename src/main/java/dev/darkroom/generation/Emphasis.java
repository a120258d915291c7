package dev.darkroom.generation;

/** What the attention weights of a prompt do to the hidden states that it becomes. */
public enum Emphasis {
    /** Weighted, then scaled so that the mean of all values stays what it was. */
    ORIGINAL,
    /** Weighted. */
    NO_NORM,
    /** The brackets are read, their weights are not used. */
    IGNORE,
    /** The text is taken as it is, brackets and all. */
    NONE
}
