package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Color;
import java.awt.Shape;

/** A box with a ribbon and a bow; the ribbon is yellow, on yellow paper red. */
final class Gift implements Drawer {

    private static final Shape BOX = Forms.box(-72, -14, 72, 90, 8);
    private static final Shape LID = Forms.box(-84, -40, 84, -4, 8);
    private static final Shape LOOP = Forms.path("M 0 -42 C -16 -78 -62 -98 -70 -74 C -76 -54 -40 -42 0 -42 Z");

    @Override
    public void draw(Brush brush, Look look) {
        Color paper = look.tint().base();
        boolean yellow = paper.getRed() > 200 && paper.getGreen() > 140 && paper.getBlue() < 110;
        Tint ribbon = Tint.of(yellow ? Tone.RED : Tone.YELLOW);
        brush.shadow(0, 92, 82, 10);
        brush.body(BOX, look.tint());
        brush.body(Forms.box(-14, -10, 14, 90, 0), ribbon);
        brush.body(LID, look.tint().deeper(0.12));
        brush.body(Forms.box(-16, -40, 16, -4, 0), ribbon);
        Snout.pair(brush, LOOP, ribbon);
        brush.body(Forms.ellipse(0, -46, 14, 12), ribbon.deeper(0.12));
        brush.gloss(-48, 16, 14, 20, 20);
    }
}
