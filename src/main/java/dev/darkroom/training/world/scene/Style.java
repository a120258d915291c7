package dev.darkroom.training.world.scene;

/** The manner in which a scene is drawn. */
public enum Style {
    /** Soft gradients, a rim of its own hue, a highlight: how a scene looks if nothing is said. */
    FLAT,
    /** Lines on white paper. */
    OUTLINE,
    /** A grid of 32 blocks a side. */
    PIXEL;

    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
