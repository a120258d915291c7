package dev.darkroom.training.world.drawing;

import java.awt.Shape;

/** A plain form with a highlight: circle, square, heart, star and their like. */
final class ShapeDrawer implements Drawer {

    static final Shape CIRCLE = Forms.circle(0, 0, 84);
    static final Shape SQUARE = Forms.box(-76, -76, 76, 76, 14);
    static final Shape TRIANGLE = Forms.rounded(16, 0, -90, 92, 76, -92, 76);
    static final Shape DIAMOND = Forms.rounded(12, 0, -94, 70, 0, 0, 94, -70, 0);
    static final Shape STAR = Forms.moved(Forms.star(5, 100, 46, 14), 0, 6, 1, 0);
    static final Shape HEART =
            Forms.path("M 0 84 C -16 66 -92 26 -92 -28 C -92 -62 -68 -80 -44 -80 C -24 -80 -8 -70 0 -52"
                    + " C 8 -70 24 -80 44 -80 C 68 -80 92 -62 92 -28 C 92 26 16 66 0 84 Z");

    private final Shape form;
    private final double glossX;
    private final double glossY;

    ShapeDrawer(Shape form, double glossX, double glossY) {
        this.form = form;
        this.glossX = glossX;
        this.glossY = glossY;
    }

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 88, 58, 11);
        brush.body(form, look.tint());
        brush.gloss(glossX, glossY, 27, 15, -36);
    }
}
