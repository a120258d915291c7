package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Color;
import java.awt.Shape;

/** A friendly one: square head, antenna, glowing eyes, arms and wheels. */
final class Robot implements Drawer {

    private static final Shape HEAD = Forms.box(-46, -74, 46, -8, 16);
    private static final Shape FACE = Forms.box(-36, -64, 36, -20, 12);
    private static final Shape CHEST = Forms.box(-40, 0, 40, 70, 12);
    private static final Shape ARM = Forms.path("M -42 14 C -66 18 -74 34 -72 52");
    private static final Color GLOW = new Color(0x7CF5F0);

    @Override
    public void draw(Brush brush, Look look) {
        Tint metal = look.tint();
        brush.shadow(0, 94, 54, 9);
        brush.line(Forms.path("M 0 -74 L 0 -88"), metal.rim(), 6);
        brush.body(Forms.circle(0, -90, 8), Tint.of(Tone.RED));
        for (Shape arm : new Shape[] {ARM, Forms.mirrored(ARM)}) {
            brush.line(arm, metal.rim(), 14);
            if (!brush.outlines()) {
                brush.line(arm, metal.shade(), 7);
            }
        }
        Snout.pair(brush, Forms.circle(-72, 58, 11), metal);
        Snout.pair(brush, Forms.circle(-22, 80, 13), Tint.of(Tone.BLACK));
        brush.body(CHEST, metal);
        brush.body(HEAD, metal);
        brush.part(FACE, new Color(0x262B40));
        for (int side = -1; side <= 1; side += 2) {
            brush.soft(side * 16, -46, 15, 15, 0, GLOW, 0.7);
            brush.paint(Forms.circle(side * 16, -46, 7.5), GLOW);
        }
        brush.line(Forms.path("M -11 -31 Q 0 -23 11 -31"), GLOW, 4);
        brush.part(Forms.box(-24, 14, 24, 40, 6), Colours.mix(metal.light(), Color.WHITE, 0.5));
        brush.part(Forms.circle(-12, 27, 5), new Color(0xF0424A));
        brush.part(Forms.circle(2, 27, 5), new Color(0xFFD540));
        brush.part(Forms.circle(16, 27, 5), new Color(0x5CC252));
        brush.gloss(-30, -68, 14, 5, -6);
    }
}
