package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Shape;

/** Flies upwards: white body, nose and fins in the rocket's colour. */
final class Rocket implements Drawer {

    private static final Shape HULL = Forms.path("M 0 -98 C 32 -72 40 -30 34 48 L -34 48 C -40 -30 -32 -72 0 -98 Z");
    private static final Shape NOSE = Forms.common(HULL, Forms.box(-60, -110, 60, -48, 0));
    private static final Shape FIN = Forms.path("M -32 6 C -58 22 -68 46 -64 74 C -52 60 -42 54 -30 52 Z");
    private static final Shape FLAME = Forms.path("M -20 50 C -28 70 -10 84 0 100 C 10 84 28 70 20 50 Z");
    private static final Shape CORE = Forms.path("M -10 50 C -14 62 -4 72 0 82 C 4 72 14 62 10 50 Z");
    private static final Tint FIRE = Tint.tint(0xFFE680, 0xFFA22E, 0xF5641E, 0xC23E0C);

    @Override
    public void draw(Brush brush, Look look) {
        brush.body(FLAME, FIRE);
        brush.part(CORE, new java.awt.Color(0xFFF3A8));
        Snout.pair(brush, FIN, look.tint());
        brush.body(HULL, Tint.of(Tone.WHITE));
        brush.body(NOSE, look.tint());
        brush.body(Forms.circle(0, -16, 19), look.tint());
        brush.body(Forms.circle(0, -16, 12), Tint.tint(0xE6F8FF, 0xA4DDF8, 0x6FBBE6, 0x2F79B8));
        brush.line(Forms.path("M -34 34 Q 0 44 34 34"), look.tint().rim(), 4);
        brush.gloss(-14, -64, 7, 16, 18);
    }
}
