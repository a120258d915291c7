package dev.darkroom.training.world.drawing;

import java.awt.Shape;

/** An air balloon on a string. */
final class Balloon implements Drawer {

    private static final Shape SKIN = Forms.path(
            "M 0 46 C -34 36 -62 2 -62 -36 C -62 -74 -34 -98 0 -98 C 34 -98 62 -74 62 -36 C 62 2 34 36 0 46 Z");
    private static final Shape KNOT = Forms.rounded(4, 0, 42, 12, 58, -12, 58);
    private static final Shape STRING = Forms.path("M 0 58 C 14 70 -12 80 0 98");

    @Override
    public void draw(Brush brush, Look look) {
        brush.line(STRING, new java.awt.Color(0x7A7488), 3.5);
        brush.body(KNOT, look.tint().deeper(0.25));
        brush.body(SKIN, look.tint());
        brush.gloss(-25, -60, 14, 26, 28);
    }
}
