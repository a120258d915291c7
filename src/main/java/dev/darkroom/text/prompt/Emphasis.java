package dev.darkroom.text.prompt;

/** What attention weights do to hidden states. */
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
