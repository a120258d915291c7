package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Color;
import java.awt.Shape;

/** Six arcs between two clouds. */
final class Rainbow implements Drawer {

    private static final Color[] BANDS = {
        new Color(0xF2545B), new Color(0xFFA03A), new Color(0xFFDB4D),
        new Color(0x66C95C), new Color(0x4B9BF0), new Color(0x9A68DE)
    };
    private static final double OUTER = 92;
    private static final double BAND = 9;
    private static final Cloud CLOUD = new Cloud();
    private static final Tint WHITE = Tint.of(Tone.WHITE);

    @Override
    public void draw(Brush brush, Look look) {
        Brush lower = brush.moved(0, 44, 1, 0);
        arcs(lower);
        CLOUD.draw(brush.moved(-64, 42, 0.46, 0), Look.plain(WHITE));
        CLOUD.draw(brush.moved(64, 42, 0.46, 0), Look.plain(WHITE));
    }

    /** Half circles around the origin, 92 wide. */
    static void arcs(Brush brush) {
        for (int i = 0; i < BANDS.length; i++) {
            brush.line(half(OUTER - BAND * (i + 0.5)), BANDS[i], BAND + 0.8);
        }
        if (!brush.outlines()) {
            brush.line(half(OUTER), new Color(0xC23A45), 3);
            brush.line(half(OUTER - BAND * BANDS.length), new Color(0x6C40B0), 3);
        }
    }

    private static Shape half(double radius) {
        double k = radius * 0.5523;
        return Forms.path("M " + -radius + " 0 C " + -radius + " " + -k + " " + -k + " " + -radius + " 0 " + -radius
                + " C " + k + " " + -radius + " " + radius + " " + -k + " " + radius + " 0");
    }
}
