package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Shape;

/** With stem and leaf. */
final class Pear implements Drawer {

    private static final Shape FLESH = Forms.path("M 0 -62 C 26 -64 34 -42 38 -18 C 42 4 68 20 68 50 C 68 78 40 92 0 92"
            + " C -40 92 -68 78 -68 50 C -68 20 -42 4 -38 -18 C -34 -42 -26 -64 0 -62 Z");
    private static final Shape LEAF = Forms.path("M 6 -74 C 18 -98 46 -100 62 -90 C 56 -70 30 -60 6 -74 Z");

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 92, 56, 10);
        brush.line(
                Forms.path("M 0 -58 C 0 -74 2 -84 8 -94"), Tint.of(Tone.BROWN).rim(), 8);
        brush.body(FLESH, look.tint());
        brush.body(LEAF, Tint.of(Tone.GREEN));
        brush.gloss(-34, 34, 16, 24, 18);
        brush.gloss(-16, -34, 9, 14, 14);
    }
}
