package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Mood;
import java.awt.Shape;

/** Folded ears and a round snout with two nostrils. */
final class PigFace implements Drawer {

    private static final Shape HEAD_FORM = Forms.smooth(
            0, -66, 46, -60, 78, -28, 86, 14, 74, 56, 42, 80, 0, 86, -42, 80, -74, 56, -86, 14, -78, -28, -46, -60);
    private static final Shape EAR = Forms.rounded(14, -86, -78, -28, -74, -44, -34, -70, -22);
    private static final Shape SNOUT = Forms.ellipse(0, 30, 36, 27);
    private static final Shape NOSTRIL = Forms.ellipse(-13, 29, 6.5, 10);
    private static final Head HEAD = new Head(-67, 56, -12, 38);

    @Override
    public void draw(Brush brush, Look look) {
        Tint coat = look.tint();
        brush.shadow(0, 87, 68, 12);
        brush.body(HEAD_FORM, coat);
        brush.gloss(-26, -46, 26, 12, -14);
        Snout.pair(brush, EAR, coat.deeper(0.3));
        Snout.cheeks(brush, 60, 28);
        Snout.eyes(brush, look, 38, -12, 15, Colours.inkOn(coat));
        brush.body(SNOUT, coat.deeper(0.22));
        brush.gloss(-12, 13, 14, 6, -12);
        Snout.parts(brush, NOSTRIL, coat.deeper(0.75).rim());
        if (look.mood() == Mood.SAD || look.mood() == Mood.ANGRY) {
            new Mouth(brush, 70, 16, Colours.inkOn(coat)).curve(-7, 5);
        } else {
            new Mouth(brush, 66, 18, Colours.inkOn(coat)).curve(8, 5);
        }
        Wardrobe.dress(brush, HEAD, look.wear(), look.wearTint());
    }
}
