package dev.darkroom.training.world.drawing;

import java.awt.Color;
import java.awt.Shape;

/** Swims to the left. */
final class Fish implements Drawer {

    private static final Shape TRUNK = Forms.path(
            "M -92 4 C -76 -40 -34 -58 4 -54 C 34 -50 56 -28 66 0 C 56 32 30 56 0 58 C -38 60 -78 44 -92 4 Z");
    private static final Shape TAIL =
            Forms.path("M 54 0 C 64 -26 80 -46 96 -48 C 100 -30 92 -14 84 2 C 94 16 100 34 96 50 C 78 48 62 28 54 0 Z");
    private static final Shape FIN = Forms.path("M -34 -46 C -18 -82 22 -86 44 -66 C 42 -52 38 -42 30 -36 Z");
    private static final Shape SIDE = Forms.path("M -8 14 C 8 10 26 16 32 28 C 22 42 2 42 -8 30 Z");

    @Override
    public void draw(Brush brush, Look look) {
        Tint skin = look.tint();
        Tint fins = skin.deeper(0.28);
        brush.shadow(0, 84, 70, 9);
        brush.body(TAIL, fins);
        brush.body(FIN, fins);
        brush.body(TRUNK, skin);
        brush.within(TRUNK).soft(-14, 60, 80, 34, 0, skin.light(), 0.85);
        brush.line(TRUNK, skin.rim(), 4.5);
        brush.line(Forms.path("M 4 -28 Q 16 -16 4 -4 M 26 -20 Q 37 -8 26 6 M 46 -10 Q 54 0 46 12"), skin.shade(), 5);
        brush.body(SIDE, fins);
        brush.line(Forms.path("M -40 -34 Q -24 2 -42 38"), skin.shade(), 5);
        brush.gloss(-36, -38, 26, 9, -20);
        brush.paint(Forms.circle(-60, -8, 13), Color.WHITE);
        brush.line(Forms.circle(-60, -8, 13), skin.rim(), 3);
        brush.paint(Forms.circle(-62, -8, 7), Colours.INK);
        brush.paint(Forms.circle(-64, -11, 2.5), Color.WHITE);
        brush.line(Forms.path("M -84 20 Q -76 28 -66 26"), Colours.inkOn(skin), 4.5);
    }
}
