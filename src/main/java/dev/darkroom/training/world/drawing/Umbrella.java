package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Shape;

/** Open, with four panels and a hooked handle. */
final class Umbrella implements Drawer {

    private static final Shape CANOPY = Forms.path("M -94 12 C -92 -46 -52 -80 0 -80 C 52 -80 92 -46 94 12"
            + " Q 71 -10 47 12 Q 24 -10 0 12 Q -24 -10 -47 12 Q -71 -10 -94 12 Z");
    private static final Shape RIBS =
            Forms.path("M 0 -80 C -28 -62 -44 -30 -47 10 M 0 -80 C 28 -62 44 -30 47 10 M 0 -80 L 0 10");
    private static final Shape HANDLE = Forms.path("M 0 6 L 0 74 C 0 98 34 98 34 74");

    @Override
    public void draw(Brush brush, Look look) {
        brush.line(Forms.path("M 0 -80 L 0 -94"), Tint.of(Tone.BROWN).rim(), 8);
        brush.line(HANDLE, Tint.of(Tone.BROWN).rim(), 11);
        if (!brush.outlines()) {
            brush.line(HANDLE, Tint.of(Tone.BROWN).base(), 5.5);
        }
        brush.body(CANOPY, look.tint());
        brush.line(RIBS, look.tint().rim(), 3);
        brush.gloss(-44, -46, 22, 12, -44);
    }
}
