package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Mood;
import java.awt.Color;
import java.awt.Shape;

/** Eyes on top of a broad head, a wide mouth. */
final class FrogFace implements Drawer {

    private static final Shape HEAD_FORM = Forms.smooth(
            0, -42, 44, -44, 80, -18, 94, 22, 80, 58, 44, 76, 0, 80, -44, 76, -80, 58, -94, 22, -80, -18, -44, -44);
    private static final Shape BULGE = Forms.circle(-46, -48, 31);
    private static final Shape WHITE = Forms.circle(-46, -50, 22);
    private static final Shape NOSTRIL = Forms.ellipse(-10, 4, 3.5, 4.5);
    private static final Head HEAD = new Head(-44, 30, -50, 46);

    @Override
    public void draw(Brush brush, Look look) {
        Tint skin = look.tint();
        brush.shadow(0, 83, 72, 12);
        Snout.pair(brush, BULGE, skin);
        brush.body(HEAD_FORM, skin);
        if (!brush.outlines()) {
            brush.within(HEAD_FORM).soft(0, 84, 84, 46, 0, skin.light(), 0.9);
            brush.line(HEAD_FORM, skin.rim(), 4.5);
        }
        brush.gloss(-58, -4, 22, 12, -34);
        boolean shut = look.mood() == Mood.SLEEPY || look.mood() == Mood.LAUGHING;
        Color ink = shut ? Colours.inkOn(skin) : Colours.INK;
        if (!shut) {
            Snout.parts(brush, WHITE, Color.WHITE);
        }
        Snout.eyes(brush, look, 46, -49, 15, ink);
        Snout.parts(brush, NOSTRIL, skin.rim());
        Snout.cheeks(brush, 66, 26);
        double bend = look.mood() == Mood.SAD || look.mood() == Mood.ANGRY ? -12 : 16;
        new Mouth(brush, 30, 46, Colours.inkOn(skin)).curve(bend, 6.5);
        Wardrobe.dress(brush, HEAD, look.wear(), look.wearTint());
    }
}
