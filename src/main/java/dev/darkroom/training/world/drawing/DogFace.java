package dev.darkroom.training.world.drawing;

import java.awt.Color;
import java.awt.Shape;

/** Hanging ears, a pale muzzle with a big nose, the tongue out. */
final class DogFace implements Drawer {

    private static final Shape HEAD_FORM = Forms.smooth(
            0, -78, 42, -72, 66, -40, 70, 4, 66, 44, 42, 78, 0, 88, -42, 78, -66, 44, -70, 4, -66, -40, -42, -72);
    private static final Shape EAR =
            Forms.smooth(-44, -72, -68, -70, -88, -36, -96, 10, -84, 42, -66, 40, -58, 4, -46, -34);
    private static final Shape MUZZLE =
            Forms.smooth(0, -2, 24, 8, 42, 34, 40, 60, 20, 78, 0, 81, -20, 78, -40, 60, -42, 34, -24, 8);
    private static final Shape PATCH = Forms.smooth(34, -42, 56, -30, 60, -4, 48, 12, 28, 8, 18, -12, 22, -34);
    private static final Shape TONGUE = Forms.path("M -13 56 L 13 56 L 13 70 C 13 90 -13 90 -13 70 Z");
    private static final Head HEAD = new Head(-79, 54, -14, 33);

    @Override
    public void draw(Brush brush, Look look) {
        Tint coat = look.tint();
        Color ink = Colours.inkOn(coat);
        brush.shadow(0, 90, 62, 12);
        brush.body(HEAD_FORM, coat);
        brush.within(HEAD_FORM).part(PATCH, coat.deeper(0.35).base());
        brush.gloss(-34, -54, 22, 12, -24);
        Snout.pair(brush, EAR, coat.deeper(0.5));
        brush.part(MUZZLE, Colours.mix(coat.light(), Color.WHITE, 0.72));
        Snout.cheeks(brush, 54, 26);
        Snout.eyes(brush, look, 33, -14, 16, ink);
        brush.part(TONGUE, Colours.TONGUE);
        brush.line(TONGUE, Colours.TONGUE_RIM, 3);
        brush.line(Forms.path("M 0 58 L 0 72"), Colours.TONGUE_RIM, 3);
        Snout.mouth(brush, look, 42, 24, Colours.INK);
        Snout.nose(brush, 27, 1.5, Colours.INK);
        Wardrobe.dress(brush, HEAD, look.wear(), look.wearTint());
    }
}
