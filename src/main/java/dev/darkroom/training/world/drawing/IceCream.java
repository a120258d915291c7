package dev.darkroom.training.world.drawing;

import java.awt.Color;
import java.awt.Shape;

/** Two scoops in a waffle cone. */
final class IceCream implements Drawer {

    private static final Shape CONE = Forms.rounded(10, -42, 8, 42, 8, 0, 98);
    private static final Shape WAFFLE =
            Forms.path("M -30 8 L 18 62 M -4 8 L 30 42 M 30 8 L -18 62 M 4 8 L -30 42 M -40 26 L 6 82 M 40 26 L -6 82");
    private static final Shape LOWER = Forms.smooth(
            -47, -10, -37, -38, -20, -48, 20, -48, 37, -38, 47, -10, 44, 12, 28, 10, 16, 20, 0, 10, -16, 18, -28, 8,
            -42, 14);
    private static final Shape UPPER = Forms.smooth(
            -40, -54, -33, -78, -17, -91, 0, -95, 17, -91, 33, -78, 40, -54, 36, -36, 18, -38, 4, -30, -12, -38, -32,
            -34);
    private static final Tint CRUST = Tint.tint(0xFFE0A6, 0xEFB567, 0xD08E42, 0x915D22);
    private static final Tint VANILLA = Tint.tint(0xFFFFF4, 0xFFF3CF, 0xF0DBA4, 0xB39A5E);

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 97, 26, 6);
        brush.body(CONE, CRUST);
        brush.within(CONE).line(WAFFLE, CRUST.shade(), 4);
        brush.line(CONE, CRUST.rim(), 4.5);
        Color base = look.tint().base();
        boolean pale = base.getRed() > 235 && base.getGreen() > 200;
        brush.body(LOWER, pale ? Tint.tint(0xFFDCEA, 0xFF9CC6, 0xF06DA6, 0xC0437E) : VANILLA);
        brush.body(UPPER, look.tint());
        brush.gloss(-14, -72, 13, 9, -36);
        brush.gloss(-24, -26, 9, 6, -36);
    }
}
