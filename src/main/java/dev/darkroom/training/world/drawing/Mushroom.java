package dev.darkroom.training.world.drawing;

import java.awt.Color;
import java.awt.Shape;

/** A cap with white dots on a pale stem. */
final class Mushroom implements Drawer {

    private static final Shape CAP = Forms.path(
            "M -90 10 C -92 -50 -48 -88 0 -88 C 48 -88 92 -50 90 10 C 88 28 40 32 0 32 C -40 32 -88 28 -90 10 Z");
    private static final Shape STEM =
            Forms.path("M -30 20 C -24 48 -32 66 -36 80 C -30 96 30 96 36 80 C 32 66 24 48 30 20 Z");
    private static final Tint PALE = Tint.tint(0xFFFDF4, 0xFFF1D8, 0xE8CFA6, 0xA38255);

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 92, 50, 10);
        brush.body(STEM, PALE);
        brush.body(CAP, look.tint());
        Brush cap = brush.within(CAP);
        Color dot = Colours.luma(look.tint().base()) > 0.9 ? new Color(0xF0424A) : Color.WHITE;
        cap.part(Forms.ellipse(4, -46, 20, 18), dot);
        cap.part(Forms.ellipse(-50, -16, 15, 17), dot);
        cap.part(Forms.ellipse(56, -16, 15, 17), dot);
        cap.part(Forms.ellipse(4, 10, 17, 11), dot);
        cap.part(Forms.ellipse(-40, -66, 8, 7), dot);
        cap.part(Forms.ellipse(86, 16, 11, 10), dot);
        brush.line(CAP, look.tint().rim(), 4.5);
        brush.gloss(-38, -48, 24, 12, -40);
    }
}
