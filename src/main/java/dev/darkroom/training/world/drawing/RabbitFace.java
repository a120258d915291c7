package dev.darkroom.training.world.drawing;

import java.awt.Color;
import java.awt.Shape;

/** Long upright ears, two front teeth. */
final class RabbitFace implements Drawer {

    private static final Shape HEAD_FORM = Forms.smooth(
            0, -22, 36, -17, 62, 8, 70, 40, 58, 68, 32, 86, 0, 91, -32, 86, -58, 68, -70, 40, -62, 8, -36, -17);
    private static final Shape EAR =
            Forms.smooth(-14, -12, -20, -50, -26, -86, -40, -100, -54, -86, -56, -48, -46, -10, -30, 2);
    private static final Shape INNER_EAR = Forms.smooth(-26, -20, -30, -56, -40, -82, -47, -58, -42, -20, -34, -10);
    private static final Shape TEETH = Forms.box(-9, 62, 9, 78, 4);
    private static final Color PINK = new Color(0xFFB3C1);
    private static final Head HEAD = new Head(-22, 47, 20, 30);

    @Override
    public void draw(Brush brush, Look look) {
        Tint coat = look.tint();
        Color ink = Colours.inkOn(coat);
        brush.shadow(0, 92, 58, 11);
        Snout.pair(brush, EAR, coat);
        Snout.parts(brush, INNER_EAR, PINK);
        brush.body(HEAD_FORM, coat);
        brush.gloss(-32, 4, 18, 10, -30);
        Snout.cheeks(brush, 48, 50);
        Snout.eyes(brush, look, 30, 22, 15, ink);
        brush.part(TEETH, Color.WHITE);
        brush.line(TEETH, coat.rim(), 2.5);
        brush.line(Forms.path("M 0 62 L 0 77"), coat.rim(), 2.5);
        Snout.mouth(brush, look, 51, 16, ink);
        Snout.nose(brush, 45, 0.85, new Color(0xF2687F));
        Wardrobe.dress(brush, HEAD, look.wear(), look.wearTint());
    }
}
