package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Mood;
import java.awt.Color;
import java.awt.Shape;

/** Eyes, brows, tears and mouth of a smiley, as its mood has them. */
final class Features {

    private static final Shape DROP =
            Forms.path("M 0 -18 C 6 -6 13 2 13 9 C 13 17 7 22 0 22 C -7 22 -13 17 -13 9 C -13 2 -6 -6 0 -18 Z");
    private static final Tint TEAR = Tint.tint(0xD8F3FF, 0x7CCBFA, 0x3C9BE6, 0x2474BE);
    private static final Shape Z = Forms.path("M -10 -10 L 10 -10 L -10 10 L 10 10");
    private static final double GAP = 31;
    private static final double EYE_Y = -19;
    private static final double EYE = 16.5;

    private Features() {}

    static void draw(Brush brush, Mood mood, double openness, Color ink) {
        var eyes = new Eyes(brush, GAP, EYE_Y, EYE, ink);
        switch (mood) {
            case HAPPY -> {
                eyes.open();
                new Mouth(brush, 17, 46, ink).grin(0.72 + 0.2 * openness, false);
            }
            case SAD -> {
                eyes.open();
                eyes.brows(-0.42, 1.75);
                new Mouth(brush, 45, 29, ink).curve(-17, 8);
                tear(brush, 50, 15, 1.05, -6);
            }
            case WINKING -> {
                eyes.open(-GAP);
                eyes.joyful(GAP);
                new Mouth(brush.moved(2, 3, 1, -6), 20, 40, ink).grin(0.62 + 0.16 * openness, false);
            }
            case SURPRISED -> {
                eyes.wide();
                eyes.brows(0, 2.35);
                new Mouth(brush, 44, 20, ink).round(15 + 3 * openness, 21 + 3 * openness);
            }
            case ANGRY -> {
                eyes.open();
                eyes.brows(0.62, 1.15);
                new Mouth(brush, 43, 31, ink).curve(-12, 8.5);
            }
            case LAUGHING -> {
                eyes.joyful();
                new Mouth(brush, 8, 54, ink).grin(1.02, true);
                tear(brush, -70, 2, 0.95, 40);
                tear(brush, 70, 2, 0.95, -40);
            }
            case SLEEPY -> {
                eyes.asleep();
                new Mouth(brush, 38, 11, ink).round(9, 10);
                brush.moved(62, -66, 1.1, -10).line(Z, new Color(0x5066C8), 6.5);
                brush.moved(88, -94, 0.75, 6).line(Z, new Color(0x5066C8), 7.5);
            }
            case IN_LOVE -> {
                eyes.hearts();
                new Mouth(brush, 22, 44, ink).grin(0.78, false);
            }
        }
    }

    private static void tear(Brush brush, double x, double y, double scale, double degrees) {
        Brush local = brush.moved(x, y, scale, degrees);
        local.body(DROP, TEAR);
        local.gloss(-4, 6, 5, 6, 0);
    }
}
