package dev.darkroom.training.world.drawing;

import java.awt.Color;
import java.awt.Shape;

/** Pointed ears, whiskers, stripes on the forehead. */
final class CatFace implements Drawer {

    private static final Shape HEAD_FORM = Forms.smooth(
            0, -58, 44, -54, 78, -22, 90, 18, 76, 56, 42, 80, 0, 86, -42, 80, -76, 56, -90, 18, -78, -22, -44, -54);
    private static final Shape EAR = Forms.rounded(16, -86, 2, -80, -94, -14, -50, -40, 10);
    private static final Shape INNER_EAR = Forms.rounded(10, -72, -22, -70, -74, -32, -48, -48, -26);
    private static final Shape MUZZLE = Forms.smooth(0, 20, 26, 22, 42, 40, 32, 60, 0, 64, -32, 60, -42, 40, -26, 22);
    private static final Shape STRIPES = Forms.path("M 0 -52 L 0 -30 M -18 -51 L -15 -36 M 18 -51 L 15 -36");
    private static final Color PINK = new Color(0xFF9DAE);
    private static final Head HEAD = new Head(-60, 56, -4, 38);

    @Override
    public void draw(Brush brush, Look look) {
        Tint coat = look.tint();
        Color ink = Colours.inkOn(coat);
        brush.shadow(0, 88, 70, 13);
        Snout.pair(brush, EAR, coat);
        Snout.parts(brush, INNER_EAR, PINK);
        brush.body(HEAD_FORM, coat);
        brush.line(STRIPES, coat.rim(), 8);
        brush.gloss(-46, -32, 22, 12, -30);
        brush.part(MUZZLE, Colours.mix(coat.light(), Color.WHITE, 0.75));
        Snout.cheeks(brush, 64, 30);
        Snout.whiskers(brush, 58, 36, Colours.mix(coat.rim(), ink, 0.4));
        Snout.eyes(brush, look, 38, -4, 17, ink);
        Snout.mouth(brush, look, 38, 17, Colours.INK);
        Snout.nose(brush, 32, 0.95, new Color(0xF2687F));
        Wardrobe.dress(brush, HEAD, look.wear(), look.wearTint());
    }
}
