package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Shape;

/** A child with a big head: the girl in a dress, the boy in a shirt of the figure's colour. */
final class Person implements Drawer {

    private static final Tint SKIN = Tint.tint(0xFFE8D2, 0xFCCFA6, 0xEBA877, 0xA9663C);
    private static final Tint HAIR = Tint.tint(0xA8714A, 0x6E4125, 0x4E2B16, 0x311A0C);
    private static final Tint JEANS = Tint.tint(0x9DB6E8, 0x5B7DC2, 0x3F5C9C, 0x283E70);
    private static final Tint SHOES = Tint.of(Tone.BLACK);
    private static final Shape FACE = Forms.ellipse(0, -38, 44, 42);
    private static final Shape BACK_HAIR =
            Forms.smooth(0, -94, 44, -84, 60, -44, 62, -4, 50, 14, 0, 6, -50, 14, -62, -4, -60, -44, -44, -84);
    private static final Shape CAP = Forms.smooth(
            0, -92, 36, -86, 54, -58, 52, -30, 44, -36, 38, -54, 10, -62, -14, -58, -38, -46, -46, -32, -53, -34, -54,
            -60, -36, -86);
    private static final Shape DRESS =
            Forms.path("M -20 2 Q 0 10 20 2 C 26 26 44 50 52 68 Q 0 84 -52 68 C -44 50 -26 26 -20 2 Z");
    private static final Shape SHIRT =
            Forms.path("M -22 2 Q 0 10 22 2 C 34 6 36 14 36 24 L 32 52 L -32 52 L -36 24 C -36 14 -34 6 -22 2 Z");
    private static final Shape TROUSERS = Forms.path("M -31 48 L 31 48 L 30 84 L 5 84 L 0 62 L -5 84 L -30 84 Z");
    private static final Shape ARM = Forms.path("M -27 12 C -42 20 -50 34 -54 48");

    private final boolean girl;

    Person(boolean girl) {
        this.girl = girl;
    }

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 94, 44, 8);
        if (girl) {
            brush.body(BACK_HAIR, HAIR);
        }
        limb(brush, ARM, SKIN);
        limb(brush, Forms.mirrored(ARM), SKIN);
        if (girl) {
            limb(brush, Forms.path("M -14 68 L -14 86"), SKIN);
            limb(brush, Forms.path("M 14 68 L 14 86"), SKIN);
        }
        Snout.pair(brush, Forms.ellipse(-16, 90, 14, 7), girl ? look.tint().deeper(0.35) : SHOES);
        if (!girl) {
            brush.body(TROUSERS, JEANS);
        }
        brush.body(girl ? DRESS : SHIRT, look.tint());
        if (!girl) {
            Snout.pair(brush, Forms.circle(-43, -36, 9), SKIN);
        }
        brush.body(FACE, SKIN);
        brush.body(CAP, HAIR);
        brush.gloss(-20, -78, 16, 6, -20);
        new Eyes(brush, 17, -32, 9.5, Colours.INK).open();
        new Mouth(brush, -17, 11, Colours.INK).curve(5, 4);
        brush.soft(-28, -20, 10, 7, 0, Colours.BLUSH, 0.55);
        brush.soft(28, -20, 10, 7, 0, Colours.BLUSH, 0.55);
    }

    private static void limb(Brush brush, Shape along, Tint skin) {
        brush.line(along, skin.rim(), 15);
        if (!brush.outlines()) {
            brush.line(along, skin.base(), 8);
        } else {
            brush.line(along, java.awt.Color.WHITE, 6);
        }
    }
}
