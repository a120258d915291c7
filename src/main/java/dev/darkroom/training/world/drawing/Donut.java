package dev.darkroom.training.world.drawing;

import java.awt.Color;
import java.awt.Shape;

/** A ring with icing and sprinkles. */
final class Donut implements Drawer {

    private static final Shape HOLE = Forms.circle(0, 0, 27);
    private static final Shape DOUGH = Forms.without(Forms.circle(0, 0, 90), HOLE);
    private static final Shape ICING = Forms.without(
            Forms.smooth(
                    0, -76, 40, -70, 70, -44, 78, -6, 64, 26, 56, 56, 26, 62, 2, 78, -28, 64, -52, 58, -66, 28, -78, -4,
                    -70, -42, -40, -70),
            Forms.circle(0, 0, 33));
    private static final Tint CRUST = Tint.tint(0xFFE2AE, 0xEDB36E, 0xCB8642, 0x8C5420);
    private static final Color[] SPRINKLES = {
        new Color(0x4385EF), new Color(0xFFD540), new Color(0x5CC252), Color.WHITE, new Color(0xF0424A)
    };

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 92, 64, 10);
        brush.body(DOUGH, CRUST);
        brush.body(ICING, look.tint());
        for (int i = 0; i < 15; i++) {
            double angle = StrictMath.toRadians(24 * i + 10);
            double radius = i % 2 == 0 ? 46 : 60;
            Shape sprinkle = Forms.moved(
                    Forms.box(-6.5, -2.6, 6.5, 2.6, 2.6),
                    radius * StrictMath.cos(angle),
                    radius * StrictMath.sin(angle),
                    1,
                    71 * i);
            brush.part(sprinkle, SPRINKLES[i % SPRINKLES.length]);
        }
        brush.gloss(-40, -48, 22, 9, -40);
    }
}
