package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Wear;
import java.awt.Color;
import java.awt.Shape;

/** Hats, crowns, glasses and bows, put on a head. */
final class Wardrobe {

    private static final Tint GOLD = Tint.tint(0xFFF7C4, 0xFFD54A, 0xF2A41C, 0xB9740B);
    private static final Tint GLASS = Tint.tint(0x6A6E86, 0x2C2D3A, 0x15151E, 0x08080C);
    private static final Shape CROWN = Forms.path(
            "M -52 0 L -60 -48 Q -60 -54 -54 -50 L -32 -30 L -5 -68 Q 0 -74 5 -68 L 32 -30 L 54 -50 Q 60 -54 60 -48 L 52 0 Q 0 14 -52 0 Z");
    private static final Shape HAT_TOP =
            Forms.path("M -43 -4 C -46 -34 -44 -62 -34 -66 C -12 -74 12 -74 34 -66 C 44 -62 46 -34 43 -4 Z");
    private static final Shape HAT_BAND = Forms.path("M -46 -22 Q 0 -12 46 -22 L 46 0 L -46 0 Z");
    private static final Shape CONE = Forms.path("M -36 2 L -5 -82 Q 0 -90 5 -82 L 36 2 Q 0 14 -36 2 Z");
    private static final Shape BOW_SIDE =
            Forms.path("M 4 0 C 14 -30 46 -40 52 -26 C 57 -12 57 12 52 26 C 46 40 14 30 4 0 Z");

    private Wardrobe() {}

    static void dress(Brush brush, Head head, Wear wear, Tint tint) {
        double scale = head.width() / 58;
        switch (wear) {
            case NONE -> {}
            case HAT -> hat(brush.moved(head.width() * 0.1, head.top() + 15, scale * 1.12, 5), tint);
            case PARTY_HAT -> partyHat(brush.moved(head.width() * 0.12, head.top() + 10, scale * 1.02, 8), tint);
            case CROWN -> crown(brush.moved(0, head.top() + 16, scale * 0.98, 0));
            case GLASSES -> glasses(brush, head);
            case SUNGLASSES -> sunglasses(brush, head);
            case BOW -> bow(brush.moved(head.width() * 0.68, head.top() + 16, scale * 0.8, 20), tint);
        }
    }

    private static void hat(Brush brush, Tint tint) {
        brush.shadow(0, 12, 74, 16);
        brush.body(HAT_TOP, tint);
        brush.within(HAT_TOP).part(HAT_BAND, Colours.mix(tint.rim(), Color.BLACK, 0.15));
        brush.line(HAT_TOP, tint.rim(), 4.5);
        brush.body(Forms.ellipse(0, 0, 72, 13), tint.deeper(0.25));
        brush.gloss(-22, -48, 12, 18, 10);
    }

    private static void partyHat(Brush brush, Tint tint) {
        brush.body(CONE, tint);
        Brush inside = brush.within(CONE);
        for (int stripe = 0; stripe < 3; stripe++) {
            inside.part(Forms.moved(Forms.box(-60, -7, 60, 7, 0), 0, -6 - 28 * stripe, 1, -18), new Color(0xFFF3C2));
        }
        brush.line(CONE, tint.rim(), 4.5);
        brush.body(Forms.moved(Forms.star(8, 20, 14, 4), 0, -86, 1, 0), GOLD);
    }

    private static void crown(Brush brush) {
        brush.shadow(0, 6, 62, 14);
        brush.body(CROWN, GOLD);
        brush.line(Forms.path("M -50 -11 Q 0 3 50 -11"), GOLD.rim(), 3);
        brush.part(Forms.circle(-57, -51, 7), new Color(0xF0424A));
        brush.part(Forms.circle(0, -71, 8), new Color(0x4385EF));
        brush.part(Forms.circle(57, -51, 7), new Color(0xF0424A));
        brush.part(Forms.rounded(3, 0, -33, 9, -21, 0, -9, -9, -21), new Color(0xF0424A));
        brush.gloss(-34, -24, 9, 12, 20);
    }

    private static void glasses(Brush brush, Head head) {
        double radius = head.gap() * 0.78;
        for (int side = -1; side <= 1; side += 2) {
            Shape lens = Forms.circle(side * head.gap(), head.eyes(), radius);
            if (!brush.outlines()) {
                brush.paint(lens, Colours.veil(Color.WHITE, 0.28));
            }
            brush.line(lens, new Color(0x2B2A38), 6);
            brush.line(
                    Forms.path("M " + side * (head.gap() + radius) + " " + (head.eyes() - 3) + " L "
                            + side * (head.width() * 1.32) + " " + (head.eyes() - 9)),
                    new Color(0x2B2A38),
                    5);
        }
        double bridge = head.gap() - radius;
        brush.line(
                Forms.path("M " + -bridge + " " + head.eyes() + " Q 0 " + (head.eyes() - 8) + " " + bridge + " "
                        + head.eyes()),
                new Color(0x2B2A38),
                6);
    }

    private static void sunglasses(Brush brush, Head head) {
        double w = head.gap();
        double y = head.eyes();
        Shape lens = Forms.path("M 6 -21 Q 34 -27 60 -20 Q 64 -2 54 12 Q 44 24 30 22 Q 12 20 8 0 Z");
        for (int side = -1; side <= 1; side += 2) {
            Shape placed = Forms.moved(side < 0 ? Forms.mirrored(lens) : lens, 0, y + 2, w / 31, 0);
            brush.line(
                    Forms.path("M " + side * w * 1.85 + " " + (y - 16) + " L " + side * head.width() * 1.36 + " "
                            + (y - 20)),
                    GLASS.rim(),
                    7);
            brush.part(placed, GLASS.base());
            brush.soft(side * w * 1.1, y - 8, w * 0.8, w * 0.5, 0, GLASS.light(), 0.8);
            brush.line(placed, GLASS.rim(), 5);
            brush.within(placed)
                    .paint(
                            Forms.moved(Forms.box(-6, -40, 6, 40, 0), side * w * 0.98 - 8, y, w / 31, 32),
                            Colours.veil(Color.WHITE, 0.3));
        }
        brush.line(
                Forms.path("M " + -w * 0.3 + " " + (y - 14) + " Q 0 " + (y - 20) + " " + w * 0.3 + " " + (y - 14)),
                GLASS.rim(),
                7);
    }

    private static void bow(Brush brush, Tint tint) {
        for (Shape side : new Shape[] {BOW_SIDE, Forms.mirrored(BOW_SIDE)}) {
            brush.body(side, tint);
        }
        brush.line(
                Forms.path(
                        "M 16 -4 Q 26 -10 36 -12 M 16 4 Q 26 8 34 12 M -16 -4 Q -26 -10 -36 -12 M -16 4 Q -26 8 -34 12"),
                tint.rim(),
                3);
        brush.body(Forms.ellipse(0, 0, 13, 15), tint.deeper(0.15));
        brush.gloss(-30, -14, 12, 8, -30);
    }
}
