package dev.darkroom.training.world.drawing;

import java.awt.Color;
import java.awt.Shape;

/** A crescent with two craters. */
final class Moon implements Drawer {

    private static final Shape CRESCENT = Forms.moved(
            Forms.path("M 22 -92 C -36 -96 -88 -54 -88 2 C -88 56 -42 94 10 92 C 44 90 68 74 80 50"
                    + " C 40 62 -8 40 -16 -10 C -22 -46 -4 -76 22 -92 Z"),
            2,
            0,
            1,
            4);

    @Override
    public void draw(Brush brush, Look look) {
        brush.soft(-20, 0, 108, 108, 0, look.tint().light(), 0.5);
        brush.body(CRESCENT, look.tint());
        Color crater = Colours.mix(look.tint().base(), look.tint().shade(), 0.6);
        brush.part(Forms.ellipse(-58, 14, 9, 12), crater);
        brush.part(Forms.ellipse(-34, 50, 12, 10), crater);
        brush.part(Forms.ellipse(-46, -30, 6, 7), crater);
        brush.gloss(-46, -54, 26, 10, -50);
    }
}
