package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Shape;

/** Two on forked stems, with a leaf. */
final class Cherries implements Drawer {

    private static final Shape LEAF = Forms.path("M 14 -82 C 34 -98 66 -94 84 -72 C 62 -58 34 -60 14 -82 Z");
    private static final Shape STEMS = Forms.path("M -42 22 C -36 -20 -16 -58 14 -84 M 44 34 C 40 -8 32 -50 14 -84");
    private static final Shape LEFT = Forms.circle(-44, 46, 38);
    private static final Shape RIGHT = Forms.circle(44, 54, 38);

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 91, 76, 10);
        brush.line(STEMS, Tint.of(Tone.GREEN).rim(), 7);
        brush.body(LEFT, look.tint());
        brush.body(RIGHT, look.tint());
        brush.body(LEAF, Tint.of(Tone.GREEN));
        brush.gloss(-58, 28, 13, 9, -36);
        brush.gloss(30, 36, 13, 9, -36);
    }
}
