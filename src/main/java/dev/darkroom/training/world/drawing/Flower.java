package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Shape;

/** Six petals around a yellow heart, on a stem with two leaves. */
final class Flower implements Drawer {

    private static final Shape PETAL = Forms.ellipse(0, -35, 22, 27);
    private static final Shape STEM = Forms.path("M 0 0 C 4 34 -4 64 0 94");
    private static final Shape LEAF = Forms.path("M 0 78 C -16 50 -46 44 -60 50 C -54 70 -28 84 0 80 Z");
    private static final Tint GREEN = Tint.of(Tone.GREEN);
    private static final Tint YELLOW = Tint.of(Tone.YELLOW);
    private static final Tint ORANGE = Tint.of(Tone.ORANGE);

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 95, 46, 9);
        brush.line(STEM, GREEN.rim(), 13);
        if (!brush.outlines()) {
            brush.line(STEM, GREEN.base(), 7);
        }
        Snout.pair(brush, LEAF, GREEN);
        Brush bloom = brush.moved(0, -32, 1.02, 0);
        for (int i = 0; i < 6; i++) {
            bloom.body(Forms.moved(PETAL, 0, 0, 1, 60 * i + 30), look.tint());
        }
        boolean yellow = look.tint().base().getBlue() < 100
                && look.tint().base().getGreen() > 170
                && look.tint().base().getRed() > 200;
        bloom.body(Forms.circle(0, 0, 22), yellow ? ORANGE : YELLOW);
        bloom.gloss(-7, -9, 9, 6, -30);
    }
}
