package dev.darkroom.training.world.drawing;

import java.awt.Shape;

/** Four puffs grown together. */
final class Cloud implements Drawer {

    private static final Shape PUFFS = Forms.union(
            Forms.circle(-50, 20, 38),
            Forms.circle(-12, -14, 46),
            Forms.circle(38, -2, 38),
            Forms.circle(64, 26, 31),
            Forms.box(-60, 8, 74, 58, 24));

    @Override
    public void draw(Brush brush, Look look) {
        brush.body(PUFFS, look.tint());
        brush.gloss(-26, -32, 26, 15, -30);
        brush.gloss(34, -20, 18, 10, -24);
    }
}
