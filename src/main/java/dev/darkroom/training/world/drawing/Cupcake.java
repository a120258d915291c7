package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Color;
import java.awt.Shape;

/** Swirled icing in a pleated cup, a cherry on top. */
final class Cupcake implements Drawer {

    private static final Shape CUP = Forms.rounded(8, -62, 18, 62, 18, 46, 92, -46, 92);
    private static final Shape[] SWIRLS = {
        Forms.box(-74, -8, 74, 36, 22), Forms.box(-56, -38, 56, 4, 21), Forms.box(-34, -66, 34, -28, 19)
    };
    private static final Tint PAPER = Tint.tint(0xFFE9C8, 0xF3BE85, 0xD7935A, 0x96582A);
    private static final Color[] SPRINKLES = {new Color(0x4385EF), new Color(0xFFD540), new Color(0x5CC252), Color.WHITE
    };
    private static final double[][] AT = {{-40, 10}, {-6, 18}, {34, 8}, {-24, -16}, {20, -20}, {-8, -46}, {54, 22}};

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 93, 54, 9);
        brush.body(CUP, PAPER);
        brush.line(Forms.path("M -34 38 L -26 88 M -12 38 L -9 88 M 12 38 L 9 88 M 34 38 L 26 88"), PAPER.shade(), 4);
        for (Shape swirl : SWIRLS) {
            brush.body(swirl, look.tint());
        }
        for (int i = 0; i < AT.length; i++) {
            brush.part(Forms.moved(Forms.box(-6, -2.5, 6, 2.5, 2.5), AT[i][0], AT[i][1], 1, 47 * i), SPRINKLES[i % 4]);
        }
        brush.body(Forms.circle(0, -78, 16), Tint.of(Tone.RED));
        brush.gloss(-6, -85, 6, 4, -30);
        brush.gloss(-42, 4, 14, 6, -10);
    }
}
