package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Color;
import java.awt.Shape;

/** Two balls of snow, a carrot, a scarf in the snowman's colour, a black hat. */
final class Snowman implements Drawer {

    private static final Shape BELLY = Forms.circle(0, 46, 48);
    private static final Shape HEAD = Forms.circle(0, -26, 36);
    private static final Shape NOSE = Forms.rounded(4, 0, -28, 34, -20, 0, -14);
    private static final Shape SCARF = Forms.path("M -34 -2 Q 0 18 34 -2 L 36 12 Q 0 32 -36 12 Z");
    private static final Shape TAIL = Forms.rounded(5, 8, 14, 28, 10, 32, 48, 14, 52);
    private static final Shape ARMS = Forms.path("M -44 30 L -84 4 M -68 14 L -84 22 M 44 30 L 84 4 M 68 14 L 84 22");
    private static final Tint SNOW = Tint.of(Tone.WHITE);
    private static final Tint FELT = Tint.of(Tone.BLACK);

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 94, 56, 9);
        brush.line(ARMS, Tint.of(Tone.BROWN).rim(), 6);
        brush.body(BELLY, SNOW);
        brush.body(HEAD, SNOW);
        brush.part(Forms.circle(0, 44, 4.5), Colours.INK);
        brush.part(Forms.circle(0, 66, 4.5), Colours.INK);
        brush.part(Forms.circle(-13, -34, 5), Colours.INK);
        brush.part(Forms.circle(13, -34, 5), Colours.INK);
        brush.body(NOSE, Tint.of(Tone.ORANGE));
        new Mouth(brush, -8, 13, Colours.INK).curve(5, 4);
        brush.soft(-22, -18, 9, 7, 0, Colours.BLUSH, 0.5);
        brush.body(TAIL, look.tint().deeper(0.15));
        brush.body(SCARF, look.tint());
        brush.body(Forms.box(-24, -98, 24, -54, 5), FELT);
        brush.paint(
                Forms.box(-23, -68, 23, -58, 0),
                brush.outlines() ? Color.WHITE : look.tint().base());
        brush.body(Forms.ellipse(0, -55, 38, 7), FELT);
        brush.gloss(-20, 22, 14, 9, -30);
    }
}
