package dev.darkroom.training.world.drawing;

import java.awt.Color;
import java.awt.Shape;

/** One banana, lying like a smile. */
final class Banana implements Drawer {

    private static final Shape PEEL = Forms.path(
            "M -84 -46 C -78 -50 -70 -48 -68 -42 C -58 2 -18 26 34 14"
                    + " C 56 8 70 -8 76 -26 C 82 -30 92 -26 92 -18 C 92 30 54 72 2 72 C -52 72 -86 26 -90 -36 C -90 -42 -88 -44 -84 -46 Z");
    private static final Shape RIDGE = Forms.path("M -80 -36 C -72 20 -24 50 28 42 C 58 36 76 14 84 -18");
    private static final Color TIP = new Color(0x6B4A1E);

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 80, 62, 10);
        brush.body(PEEL, look.tint());
        brush.line(RIDGE, look.tint().shade(), 5);
        brush.line(Forms.path("M -84 -46 L -78 -60"), TIP, 13);
        brush.line(Forms.path("M 84 -26 L 88 -30"), TIP, 9);
        brush.gloss(-40, 26, 30, 8, 34);
    }
}
