package dev.darkroom.training.world.drawing;

import java.awt.Color;
import java.awt.Shape;

/** Round ears on a round head, a pale round muzzle. */
final class BearFace implements Drawer {

    private static final Shape HEAD_FORM = Forms.smooth(
            0, -66, 46, -58, 78, -24, 86, 16, 70, 58, 38, 80, 0, 85, -38, 80, -70, 58, -86, 16, -78, -24, -46, -58);
    private static final Shape EAR = Forms.circle(-62, -58, 29);
    private static final Shape INNER_EAR = Forms.circle(-61, -56, 17);
    private static final Shape MUZZLE = Forms.ellipse(0, 38, 41, 33);
    private static final Head HEAD = new Head(-67, 56, -10, 37);

    @Override
    public void draw(Brush brush, Look look) {
        Tint coat = look.tint();
        Color pale = Colours.mix(coat.light(), Colours.CREAM, 0.62);
        brush.shadow(0, 87, 68, 12);
        Snout.pair(brush, EAR, coat);
        Snout.parts(brush, INNER_EAR, Colours.mix(coat.light(), Colours.BLUSH, 0.3));
        brush.body(HEAD_FORM, coat);
        brush.gloss(-42, -40, 24, 13, -30);
        brush.part(MUZZLE, pale);
        Snout.cheeks(brush, 60, 24);
        Snout.eyes(brush, look, 37, -10, 15, Colours.inkOn(coat));
        Snout.mouth(brush, look, 40, 17, Colours.INK);
        Snout.nose(brush, 27, 1.35, Colours.INK);
        Wardrobe.dress(brush, HEAD, look.wear(), look.wearTint());
    }
}
