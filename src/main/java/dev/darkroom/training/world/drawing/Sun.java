package dev.darkroom.training.world.drawing;

import java.awt.Shape;
import java.awt.geom.Path2D;

/** A disc within a wreath of rays. */
final class Sun implements Drawer {

    private static final Shape DISC = Forms.circle(0, 0, 54);
    private static final Shape RAYS = rays();

    private static Shape rays() {
        Shape ray = Forms.rounded(7, -15, -62, 15, -62, 0, -98);
        Path2D all = new Path2D.Double();
        for (int i = 0; i < 12; i++) {
            all.append(Forms.moved(ray, 0, 0, 1, 30 * i), false);
        }
        return all;
    }

    @Override
    public void draw(Brush brush, Look look) {
        brush.soft(0, 0, 112, 112, 0, look.tint().light(), 0.7);
        brush.body(RAYS, look.tint().deeper(0.18));
        brush.body(DISC, look.tint());
        brush.gloss(-20, -28, 20, 12, -34);
    }
}
