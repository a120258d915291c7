package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Mood;
import java.awt.Color;
import java.awt.Shape;

/** What animal faces share: eyes by mood, nose, cheeks, whiskers, ears on both sides. */
final class Snout {

    private static final Shape NOSE = Forms.path("M -13 -7 Q 0 -12 13 -7 Q 16 -2 8 5 Q 0 11 -8 5 Q -16 -2 -13 -7 Z");

    private Snout() {}

    static void eyes(Brush brush, Look look, double gap, double y, double size, Color ink) {
        var eyes = new Eyes(brush, gap, y, size, ink);
        switch (look.mood()) {
            case HAPPY -> eyes.open();
            case SURPRISED -> eyes.wide();
            case LAUGHING -> eyes.joyful();
            case SLEEPY -> eyes.asleep();
            case IN_LOVE -> eyes.hearts();
            case WINKING -> {
                eyes.open(-gap);
                eyes.joyful(gap);
            }
            case SAD -> {
                eyes.open();
                eyes.brows(-0.42, 1.75);
            }
            case ANGRY -> {
                eyes.open();
                eyes.brows(0.62, 1.15);
            }
        }
    }

    /** The bow of a contented animal; turned over when it is sad or angry. */
    static void mouth(Brush brush, Look look, double y, double width, Color ink) {
        if (look.mood() == Mood.SAD || look.mood() == Mood.ANGRY) {
            new Mouth(brush, y + 12, width * 0.7, ink).curve(-9, 5);
        } else if (look.mood() == Mood.LAUGHING || look.mood() == Mood.SURPRISED) {
            new Mouth(brush, y, width, ink).snout(7, 5);
            new Mouth(brush, y + 16, width * 0.5, ink).grin(0.9, false);
        } else {
            new Mouth(brush, y, width, ink).snout(9, 5);
        }
    }

    static void nose(Brush brush, double y, double scale, Color color) {
        brush.part(Forms.moved(NOSE, 0, y, scale, 0), color);
        brush.gloss(-3 * scale, y - 5 * scale, 6 * scale, 3.5 * scale, 0);
    }

    static void cheeks(Brush brush, double x, double y) {
        brush.soft(-x, y, 18, 12, 0, Colours.BLUSH, 0.55);
        brush.soft(x, y, 18, 12, 0, Colours.BLUSH, 0.55);
    }

    static void whiskers(Brush brush, double x, double y, Color color) {
        for (int side = -1; side <= 1; side += 2) {
            for (int row = -1; row <= 1; row++) {
                brush.line(
                        Forms.path("M " + side * x + " " + (y + row * 9) + " Q " + side * (x + 20) + " "
                                + (y + row * 12 - 2) + " " + side * (x + 38) + " " + (y + row * 17)),
                        color,
                        3.5);
            }
        }
    }

    /** A body on both sides, the right one as the left one's mirror. */
    static void pair(Brush brush, Shape left, Tint tint) {
        brush.body(left, tint);
        brush.body(Forms.mirrored(left), tint);
    }

    static void parts(Brush brush, Shape left, Color color) {
        brush.part(left, color);
        brush.part(Forms.mirrored(left), color);
    }
}
