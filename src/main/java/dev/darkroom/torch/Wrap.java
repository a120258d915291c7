package dev.darkroom.torch;

/** Along which directions a network's convolutions wrap around, so that what it makes tiles; elsewhere they pad with zeros. */
public enum Wrap {
    NONE,
    WIDTH,
    HEIGHT,
    BOTH;

    /** As the sources have it. */
    int code() {
        return ordinal();
    }
}
