package dev.darkroom.training.world.drawing;

import java.awt.Color;
import java.awt.Shape;

/** An airliner flying to the left. */
final class Plane implements Drawer {

    private static final Shape HULL = Forms.path(
            "M -94 6 C -92 -14 -64 -24 -30 -24 L 58 -24 C 74 -24 86 -14 92 0 C 84 14 66 24 44 26 L -50 26 C -78 26 -94 18 -94 6 Z");
    private static final Shape TAIL = Forms.rounded(8, 46, -20, 74, -68, 96, -68, 88, -6);
    private static final Shape WING = Forms.rounded(8, -22, 10, 20, 10, 66, 70, 42, 72);
    private static final Shape FAR_WING = Forms.rounded(6, -8, -22, 18, -22, 46, -54, 30, -56);

    @Override
    public void draw(Brush brush, Look look) {
        Tint paint = look.tint();
        brush.body(FAR_WING, paint.deeper(0.4));
        brush.body(TAIL, paint.deeper(0.25));
        brush.body(HULL, paint);
        brush.part(Forms.rounded(5, -80, -8, -62, -18, -54, -4, -76, -2), new Color(0xCDEEFF));
        for (int i = 0; i < 4; i++) {
            brush.part(Forms.circle(-34 + 22 * i, -6, 6), new Color(0xCDEEFF));
        }
        brush.body(WING, paint.deeper(0.25));
        brush.gloss(-30, -17, 34, 6, 0);
    }
}
