package dev.darkroom.training.world.drawing;

import java.awt.Color;
import java.awt.Shape;

/** Seen from above, four wings with pale spots. */
final class Butterfly implements Drawer {

    private static final Shape UPPER = Forms.path("M -6 -8 C -18 -62 -66 -92 -90 -74 C -104 -50 -84 -2 -6 6 Z");
    private static final Shape LOWER = Forms.path("M -6 2 C -46 2 -80 22 -78 54 C -74 84 -34 82 -6 22 Z");
    private static final Shape TRUNK = Forms.ellipse(0, 4, 9, 46);
    private static final Shape FEELERS = Forms.path("M -2 -38 C -6 -62 -18 -76 -30 -80 M 2 -38 C 6 -62 18 -76 30 -80");

    @Override
    public void draw(Brush brush, Look look) {
        Color spot = Colours.mix(look.tint().light(), Color.WHITE, 0.65);
        brush.line(FEELERS, Colours.INK, 5);
        Snout.pair(brush, LOWER, look.tint().deeper(0.2));
        Snout.pair(brush, UPPER, look.tint());
        Snout.parts(brush, Forms.ellipse(-62, -48, 13, 15), spot);
        Snout.parts(brush, Forms.circle(-34, -20, 8), spot);
        Snout.parts(brush, Forms.circle(-50, 48, 11), spot);
        brush.part(TRUNK, Colours.INK);
        brush.gloss(-46, -68, 20, 7, 24);
        brush.gloss(-3, -18, 3, 14, 0);
    }
}
