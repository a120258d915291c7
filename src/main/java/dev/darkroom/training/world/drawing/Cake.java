package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Color;
import java.awt.Shape;

/** A birthday cake: sponge, icing in the cake's colour, three candles. */
final class Cake implements Drawer {

    private static final Shape PLATE = Forms.ellipse(0, 82, 94, 13);
    private static final Shape SPONGE = Forms.box(-74, -8, 74, 84, 14);
    private static final Shape ICING = Forms.path("M -78 -6 C -78 -24 -60 -28 0 -28 C 60 -28 78 -24 78 -6 L 78 22"
            + " C 78 38 58 38 56 24 C 54 14 44 14 42 26 C 40 46 18 46 16 28 C 14 16 2 16 0 26 C -2 38 -20 40 -22 26"
            + " C -24 14 -34 16 -36 30 C -38 48 -58 46 -58 26 C -60 14 -78 34 -78 16 Z");
    private static final Shape FLAME = Forms.path("M 0 -24 C 8 -12 10 -6 7 1 C 4 6 -4 6 -7 1 C -10 -6 -8 -12 0 -24 Z");
    private static final Tint CRUMB = Tint.tint(0xFFE3B0, 0xF4BE78, 0xD99548, 0x9A5F24);
    private static final Tint FIRE = Tint.tint(0xFFF8C0, 0xFFC83C, 0xFF8B1E, 0xD9620C);

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 94, 88, 9);
        brush.body(PLATE, Tint.of(Tone.WHITE));
        brush.body(SPONGE, CRUMB);
        brush.line(Forms.path("M -71 56 Q 0 64 71 56"), Color.WHITE, 7);
        for (int candle = -1; candle <= 1; candle++) {
            double x = candle * 38;
            brush.part(Forms.box(x - 6, -64, x + 6, -22, 3), new Color(0xFFF2FA));
            brush.line(Forms.box(x - 6, -64, x + 6, -22, 3), new Color(0x8E7FB8), 3);
            brush.soft(x, -78, 24, 26, 0, FIRE.base(), 0.6);
            brush.body(Forms.moved(FLAME, x, -72, 1, 0), FIRE);
        }
        brush.body(ICING, look.tint());
        brush.gloss(-40, -14, 24, 8, -6);
    }
}
