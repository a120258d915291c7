package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Color;
import java.awt.Shape;

/** A round songbird looking to the left. */
final class Bird implements Drawer {

    private static final Shape TRUNK =
            Forms.smooth(-30, -70, 8, -68, 32, -38, 52, -2, 58, 34, 38, 66, 0, 78, -40, 70, -68, 42, -74, 4, -66, -40);
    private static final Shape TAIL = Forms.rounded(10, 40, 22, 98, -22, 90, 14, 60, 52);
    private static final Shape BEAK = Forms.rounded(5, -66, -36, -98, -22, -64, -12);
    private static final Shape WING =
            Forms.path("M -4 -4 C 26 -14 54 6 62 34 C 38 54 4 48 -10 24 C -14 14 -12 4 -4 -4 Z");
    private static final Shape LEGS = Forms.path("M -18 74 L -18 92 L -30 92 M 12 74 L 12 92 L 0 92");

    @Override
    public void draw(Brush brush, Look look) {
        Tint coat = look.tint();
        brush.shadow(0, 94, 50, 8);
        brush.line(LEGS, Tint.of(Tone.ORANGE).rim(), 6);
        brush.body(TAIL, coat.deeper(0.3));
        brush.body(
                BEAK, Tint.of(coat.base().getRed() > 235 && coat.base().getGreen() < 170 ? Tone.YELLOW : Tone.ORANGE));
        brush.body(TRUNK, coat);
        brush.soft(-32, 42, 36, 34, 0, Colours.mix(coat.light(), Color.WHITE, 0.5), 0.95);
        brush.body(WING, coat.deeper(0.25));
        brush.gloss(-24, -54, 18, 10, -24);
        new Eyes(brush, 38, -28, 13, Colours.inkOn(coat)).open(-38);
        brush.soft(-50, -6, 13, 9, 0, Colours.BLUSH, 0.5);
    }
}
