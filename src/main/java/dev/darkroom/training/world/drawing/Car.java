package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Color;
import java.awt.Shape;

/** A small round car from its side. */
final class Car implements Drawer {

    private static final Shape COACH =
            Forms.path("M -98 44 C -102 14 -92 6 -66 0 C -54 -32 -38 -48 -8 -50 C 30 -52 46 -36 62 -4"
                    + " C 88 0 100 14 98 44 C 96 54 90 56 82 56 L -84 56 C -94 56 -97 52 -98 44 Z");
    private static final Shape FRONT = Forms.rounded(9, 8, -38, 26, -36, 46, -2, 8, -2);
    private static final Shape BACK = Forms.rounded(9, -4, -38, -4, -2, -54, -2, -34, -34);
    private static final Tint TYRE = Tint.tint(0x6B6C7A, 0x3C3D49, 0x26272F, 0x111216);
    private static final Color PANE = new Color(0xCDEEFF);

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 80, 98, 11);
        brush.body(COACH, look.tint());
        brush.part(FRONT, PANE);
        brush.part(BACK, PANE);
        brush.line(FRONT, look.tint().rim(), 4);
        brush.line(BACK, look.tint().rim(), 4);
        brush.line(Forms.path("M 2 4 L 2 50"), look.tint().rim(), 3);
        brush.line(Forms.path("M 10 16 L 22 16"), look.tint().rim(), 5);
        brush.part(Forms.ellipse(88, 22, 9, 8), new Color(0xFFF0A0));
        brush.part(Forms.ellipse(-90, 22, 6, 8), new Color(0xE8414A));
        brush.gloss(-24, -40, 26, 7, -16);
        for (int side = -1; side <= 1; side += 2) {
            brush.body(Forms.circle(side * 52, 55, 25), TYRE);
            brush.body(Forms.circle(side * 52, 55, 12), Tint.of(Tone.WHITE));
        }
    }
}
