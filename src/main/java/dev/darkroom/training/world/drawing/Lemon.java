package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Shape;

/** With a pointed end and a leaf. */
final class Lemon implements Drawer {

    private static final Shape FLESH = Forms.moved(
            Forms.path(
                    "M -92 4 C -84 0 -82 -8 -76 -18 C -60 -50 -28 -62 2 -62 C 32 -62 60 -46 74 -18 C 80 -8 84 -2 94 2"
                            + " C 96 8 90 12 84 14 C 72 44 38 64 2 64 C -34 64 -64 46 -78 18 C -86 18 -94 12 -92 4 Z"),
            0,
            20,
            1,
            -16);
    private static final Shape LEAF = Forms.path("M -62 -14 C -72 -48 -52 -74 -22 -82 C -18 -52 -34 -26 -62 -14 Z");

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 88, 60, 11);
        brush.body(FLESH, look.tint());
        brush.body(LEAF, Tint.of(Tone.GREEN));
        brush.line(
                Forms.path("M -58 -20 C -52 -42 -42 -60 -28 -72"),
                Tint.of(Tone.GREEN).rim(),
                3);
        brush.gloss(-8, -16, 28, 14, -26);
    }
}
