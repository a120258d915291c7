package dev.darkroom.training.world.drawing;

import java.awt.Color;
import java.awt.Shape;

/** A pointed chin, white cheeks, big ears with dark tips. */
final class FoxFace implements Drawer {

    private static final Shape HEAD_FORM = Forms.smooth(
            0, -52, 40, -48, 72, -24, 96, 22, 70, 52, 36, 70, 0, 88, -36, 70, -70, 52, -96, 22, -72, -24, -40, -48);
    private static final Shape EAR = Forms.rounded(14, -82, 4, -84, -98, -12, -46, -40, 8);
    private static final Shape TIP = Forms.common(EAR, Forms.box(-100, -110, 0, -68, 0));
    private static final Shape INNER_EAR = Forms.rounded(10, -70, -20, -72, -70, -34, -44, -48, -22);
    private static final Shape CHEEK = Forms.smooth(-100, 20, -66, 12, -30, 22, -2, 40, 0, 92, -36, 74, -74, 56);
    private static final Head HEAD = new Head(-54, 54, -4, 36);

    @Override
    public void draw(Brush brush, Look look) {
        Tint coat = look.tint();
        brush.shadow(0, 88, 56, 12);
        Snout.pair(brush, EAR, coat);
        Snout.parts(brush, TIP, coat.deeper(0.8).rim());
        Snout.parts(brush, INNER_EAR, Colours.mix(coat.light(), Color.WHITE, 0.5));
        brush.body(HEAD_FORM, coat);
        Snout.parts(brush.within(HEAD_FORM), CHEEK, new Color(0xFFFAF2));
        brush.line(HEAD_FORM, coat.rim(), 4.5);
        brush.gloss(-42, -26, 24, 12, -28);
        Snout.cheeks(brush, 58, 30);
        Snout.eyes(brush, look, 36, -4, 15, Colours.inkOn(coat));
        Snout.mouth(brush, look, 52, 14, Colours.INK);
        Snout.nose(brush, 46, 1.1, Colours.INK);
        Wardrobe.dress(brush, HEAD, look.wear(), look.wearTint());
    }
}
