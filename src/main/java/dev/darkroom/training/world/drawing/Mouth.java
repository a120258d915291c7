package dev.darkroom.training.world.drawing;

import java.awt.Color;
import java.awt.Shape;

/** Mouths around {@code (0, y)}. */
final class Mouth {

    private final Brush brush;
    private final double y;
    private final double width;
    private final Color ink;

    /** @param width half the width of a smile */
    Mouth(Brush brush, double y, double width, Color ink) {
        this.brush = brush;
        this.y = y;
        this.width = width;
        this.ink = ink;
    }

    /** Open, the tongue to be seen; {@code depth} 0.5 to 1.2. */
    void grin(double depth, boolean teeth) {
        double w = width;
        double d = width * depth;
        Shape mouth = Forms.path("M " + -w + " " + y + " Q 0 " + (y + d * 0.36) + " " + w + " " + y + " C " + w * 0.94
                + " "
                + (y + d * 0.72) + " " + w * 0.52 + " " + (y + d) + " 0 " + (y + d) + " C " + -w * 0.52 + " " + (y + d)
                + " " + -w * 0.94 + " " + (y + d * 0.72) + " " + -w + " " + y + " Z");
        brush.paint(mouth, Colours.MOUTH);
        Brush inside = brush.within(mouth);
        inside.paint(Forms.ellipse(0, y + d * 1.04, w * 0.56, d * 0.42), Colours.TONGUE);
        if (teeth) {
            inside.paint(
                    Forms.path("M " + -w + " " + (y - 1) + " Q 0 " + (y + d * 0.35) + " " + w + " " + (y - 1) + " L "
                            + w * 0.84 + " " + (y + d * 0.2) + " Q 0 " + (y + d * 0.56) + " " + -w * 0.84 + " "
                            + (y + d * 0.2) + " Z"),
                    Color.WHITE);
        }
        brush.line(mouth, ink, width * 0.085);
    }

    /** A line that bends down in the middle by {@code bend}; below 0 it is a frown. */
    void curve(double bend, double weight) {
        brush.line(
                Forms.path("M " + -width + " " + (y - bend * 0.5) + " Q 0 " + (y + bend * 1.5) + " " + width + " "
                        + (y - bend * 0.5)),
                ink,
                weight);
    }

    /** A round O of astonishment. */
    void round(double radiusX, double radiusY) {
        Shape mouth = Forms.ellipse(0, y, radiusX, radiusY);
        brush.paint(mouth, Colours.MOUTH);
        brush.within(mouth).paint(Forms.ellipse(0, y + radiusY * 0.95, radiusX * 0.75, radiusY * 0.55), Colours.TONGUE);
        brush.line(mouth, ink, radiusX * 0.2);
    }

    /** The double bow under an animal's nose. */
    void snout(double drop, double weight) {
        double w = width;
        brush.line(
                Forms.path("M " + -w + " " + (y + drop * 0.5) + " C " + -w * 0.9 + " " + (y + drop * 1.5) + " "
                        + -w * 0.08 + " " + (y + drop * 1.5) + " 0 " + (y + drop * 0.35) + " C " + w * 0.08 + " "
                        + (y + drop * 1.5) + " " + w * 0.9 + " " + (y + drop * 1.5) + " " + w + " " + (y + drop * 0.5)),
                ink,
                weight);
    }
}
