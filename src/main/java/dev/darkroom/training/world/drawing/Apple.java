package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Shape;

/** With stem and leaf. */
final class Apple implements Drawer {

    private static final Shape FLESH = Forms.path("M 0 -46 C 18 -66 84 -66 84 0 C 84 48 48 92 20 90 C 10 89 6 84 0 84"
            + " C -6 84 -10 89 -20 90 C -48 92 -84 48 -84 0 C -84 -66 -18 -66 0 -46 Z");
    private static final Shape STEM = Forms.path("M 0 -40 C 0 -62 4 -76 14 -88");
    private static final Shape LEAF = Forms.path("M 8 -62 C 16 -92 46 -98 64 -90 C 60 -68 36 -54 8 -62 Z");
    private static final Tint BARK = Tint.of(Tone.BROWN);

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 91, 60, 11);
        brush.body(FLESH, look.tint());
        brush.soft(0, -46, 26, 12, 0, look.tint().rim(), 0.7);
        brush.line(STEM, BARK.rim(), 9);
        brush.body(LEAF, Tint.of(Tone.GREEN));
        brush.gloss(-42, -18, 19, 30, 24);
    }
}
