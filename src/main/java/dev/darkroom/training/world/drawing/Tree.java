package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Shape;

/** A crown of leaves in five puffs on a brown trunk. */
final class Tree implements Drawer {

    private static final Shape TRUNK =
            Forms.path("M -13 92 C -8 70 -10 44 -12 20 L 12 20 C 10 44 8 70 15 92 Q 0 98 -13 92 Z");
    private static final Shape CROWN = Forms.union(
            Forms.circle(-40, 2, 36),
            Forms.circle(40, 2, 36),
            Forms.circle(-24, -40, 38),
            Forms.circle(26, -40, 36),
            Forms.circle(0, -62, 32),
            Forms.circle(0, 10, 40));
    private static final Tint BARK = Tint.of(Tone.BROWN);

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 94, 56, 10);
        brush.body(TRUNK, BARK);
        brush.body(CROWN, look.tint());
        brush.line(
                Forms.path("M -52 6 Q -42 20 -26 14 M 16 -4 Q 28 8 42 0 M -20 -30 Q -8 -20 4 -28"),
                look.tint().shade(),
                5);
        brush.gloss(-22, -62, 24, 15, -28);
    }
}
