package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Color;
import java.awt.Shape;

/** A sailing boat: hull in its colour, two sails, a pennant, a wave. */
final class Boat implements Drawer {

    private static final Shape HULL =
            Forms.path("M -90 34 Q 0 44 92 34 C 88 62 70 82 44 82 L -48 82 C -70 80 -84 60 -90 34 Z");
    private static final Shape MAINSAIL = Forms.rounded(7, 6, -76, 78, 26, 6, 26);
    private static final Shape JIB = Forms.rounded(7, -8, -60, -8, 26, -66, 26);
    private static final Shape PENNANT = Forms.rounded(3, 0, -98, 30, -88, 0, -78);
    private static final Shape WAVE = Forms.path("M -98 80 Q -82 66 -66 80 Q -50 94 -34 80 Q -18 66 0 80 Q 18 94 34 80"
            + " Q 50 66 66 80 Q 82 94 98 80 L 98 92 Q 60 100 0 98 Q -60 100 -98 92 Z");
    private static final Tint SAIL = Tint.tint(0xFFFFFF, 0xFFF9EC, 0xEBDDC4, 0xA89373);
    private static final Tint WATER = Tint.tint(0xC4EEFF, 0x7CC8F4, 0x4FA3DF, 0x2F79B8);

    @Override
    public void draw(Brush brush, Look look) {
        brush.line(Forms.path("M 0 -94 L 0 36"), Tint.of(Tone.BROWN).rim(), 6);
        brush.body(PENNANT, Tint.of(Tone.RED));
        brush.body(MAINSAIL, SAIL);
        brush.body(JIB, SAIL);
        brush.body(HULL, look.tint());
        brush.within(HULL).line(Forms.path("M -86 50 Q 0 60 86 50"), Colours.veil(Color.WHITE, 0.75), 7);
        brush.line(HULL, look.tint().rim(), 4.5);
        brush.body(WAVE, WATER);
    }
}
