package dev.darkroom.training.world.drawing;

import java.awt.Shape;

/** A small kind one. */
final class Ghost implements Drawer {

    private static final Shape SHEET = Forms.path(
            "M -66 84 C -70 40 -72 10 -68 -26 C -62 -68 -34 -92 0 -92"
                    + " C 34 -92 62 -68 68 -26 C 72 10 70 40 66 84 C 54 96 42 70 28 80 C 16 96 10 84 0 80 C -10 84 -16 96 -28 80 C -42 70 -54 96 -66 84 Z");

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 95, 50, 7);
        brush.body(SHEET, look.tint());
        Snout.pair(brush, Forms.moved(Forms.ellipse(0, 0, 12, 17), -72, 18, 1, 34), look.tint());
        brush.gloss(-32, -58, 18, 12, -36);
        Snout.cheeks(brush, 42, 2);
        var ink = Colours.inkOn(look.tint());
        new Eyes(brush, 24, -24, 15, ink).open();
        new Mouth(brush, 12, 10, ink).round(10, 12);
    }
}
