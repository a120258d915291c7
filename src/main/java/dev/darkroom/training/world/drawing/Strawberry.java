package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Color;
import java.awt.Shape;

/** With pale seeds and a leafy collar. */
final class Strawberry implements Drawer {

    private static final Shape FLESH = Forms.path(
            "M 0 -52 C 40 -66 84 -48 80 -8 C 76 36 28 88 0 92" + " C -28 88 -76 36 -80 -8 C -84 -48 -40 -66 0 -52 Z");
    private static final Shape COLLAR = Forms.rounded(
            7, 0, -64, 22, -82, 28, -62, 60, -60, 38, -44, 44, -22, 16, -36, 0, -14, -16, -36, -44, -22, -38, -44, -60,
            -60, -28, -62, -22, -82);
    private static final double[][] SEEDS = {
        {-44, -12}, {-14, -2}, {18, -4}, {48, -14}, {-30, 24}, {2, 28}, {34, 22}, {-14, 54}, {16, 54}, {0, 76}
    };

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 92, 40, 9);
        brush.body(FLESH, look.tint());
        Color seed = Colours.mix(look.tint().light(), new Color(0xFFF0A0), 0.7);
        for (double[] at : SEEDS) {
            brush.part(Forms.ellipse(at[0], at[1], 4, 6), seed);
        }
        brush.gloss(-48, -28, 16, 20, 24);
        brush.body(COLLAR, Tint.of(Tone.GREEN));
        brush.line(Forms.path("M 0 -58 Q 0 -76 10 -88"), Tint.of(Tone.GREEN).rim(), 7);
    }
}
