package dev.darkroom.training.world.drawing;

import java.awt.Color;
import java.awt.Shape;

/** Pairs of eyes, at {@code (-gap, y)} and {@code (gap, y)}. */
final class Eyes {

    private static final Shape HEART = Forms.path(
            "M 0 30 C -12 18 -34 4 -34 -14 C -34 -30 -12 -36 0 -18 C 12 -36 34 -30 34 -14 C 34 4 12 18 0 30 Z");
    private static final Color IRIS_GLOW = new Color(0x8A5A3C);

    private final Brush brush;
    private final double gap;
    private final double y;
    private final double size;
    private final Color ink;

    /**
     * @param gap half the distance between the eyes
     * @param size half the height of an open eye
     * @param ink colour of lines; if it is light, open eyes have whites
     */
    Eyes(Brush brush, double gap, double y, double size, Color ink) {
        this.brush = brush;
        this.gap = gap;
        this.y = y;
        this.size = size;
        this.ink = ink;
    }

    /** Round and shining. */
    void open() {
        open(-gap);
        open(gap);
    }

    void open(double x) {
        if (Colours.luma(ink) > 0.5) {
            brush.paint(Forms.ellipse(x, y, size * 1.02, size * 1.22), ink);
        }
        brush.part(Forms.ellipse(x, y, size * 0.74, size), Colours.INK);
        brush.soft(x, y + size * 0.5, size * 0.5, size * 0.45, 0, IRIS_GLOW, 0.9);
        brush.paint(Forms.circle(x - size * 0.2, y - size * 0.4, size * 0.3), Color.WHITE);
        brush.paint(Forms.circle(x + size * 0.24, y + size * 0.3, size * 0.14), Color.WHITE);
    }

    /** Wide open, the white all around. */
    void wide() {
        for (double x : new double[] {-gap, gap}) {
            brush.paint(Forms.circle(x, y, size * 1.25), Color.WHITE);
            brush.line(Forms.circle(x, y, size * 1.25), Colours.INK, 3);
            brush.paint(Forms.circle(x, y, size * 0.52), Colours.INK);
            brush.paint(Forms.circle(x - size * 0.18, y - size * 0.2, size * 0.18), Color.WHITE);
        }
    }

    /** Closed from joy: an arch each. */
    void joyful() {
        joyful(-gap);
        joyful(gap);
    }

    void joyful(double x) {
        arc(x, -size * 1.1);
    }

    /** Closed in sleep: a hanging arc each. */
    void asleep() {
        arc(-gap, size * 0.9);
        arc(gap, size * 0.9);
    }

    private void arc(double x, double depth) {
        double from = y - depth * 0.4;
        double width = size * 0.95;
        brush.line(
                Forms.path("M " + (x - width) + " " + from + " Q " + x + " " + (from + 2 * depth * 0.85) + " "
                        + (x + width) + " " + from),
                ink,
                size * 0.4);
    }

    void hearts() {
        for (double x : new double[] {-gap, gap}) {
            Shape heart = Forms.moved(HEART, x, y, size / 23, x < 0 ? -8 : 8);
            brush.body(heart, Tint.tint(0xFF8A93, 0xF23E55, 0xD11F3F, 0xA3142F));
            brush.gloss(x - size * 0.55, y - size * 0.5, size * 0.42, size * 0.26, -30);
        }
    }

    /** Brows; {@code slope} above 0 lowers the inner ends, which looks angry. */
    void brows(double slope, double lift) {
        for (int side = -1; side <= 1; side += 2) {
            double inner = side * (gap - size * 0.75);
            double outer = side * (gap + size * 0.95);
            double top = y - size * lift;
            brush.line(
                    Forms.path("M " + inner + " " + (top + slope * size) + " Q " + side * gap + " "
                            + (top - size * 0.18) + " " + outer + " " + (top - slope * size)),
                    ink,
                    size * 0.36);
        }
    }
}
