package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Color;
import java.awt.Shape;

/** White head, black ears, black patches around the eyes. */
final class PandaFace implements Drawer {

    private static final Shape HEAD_FORM = Forms.smooth(
            0, -64, 46, -58, 80, -26, 90, 16, 74, 58, 40, 80, 0, 85, -40, 80, -74, 58, -90, 16, -80, -26, -46, -58);
    private static final Shape EAR = Forms.circle(-64, -58, 28);
    private static final Shape PATCH = Forms.moved(Forms.ellipse(0, 0, 23, 30), -37, -2, 1, 24);
    private static final Tint BLACK = Tint.of(Tone.BLACK);
    private static final Head HEAD = new Head(-65, 56, -6, 36);

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 87, 70, 12);
        Snout.pair(brush, EAR, BLACK);
        brush.body(HEAD_FORM, look.tint());
        brush.gloss(-40, -40, 24, 13, -30);
        Snout.parts(brush, PATCH, BLACK.base());
        Snout.cheeks(brush, 64, 34);
        Snout.eyes(brush, look, 35, -5, 14, Color.WHITE);
        Snout.mouth(brush, look, 46, 17, Colours.INK);
        Snout.nose(brush, 35, 1.25, Colours.INK);
        Wardrobe.dress(brush, HEAD, look.wear(), look.wearTint());
    }
}
