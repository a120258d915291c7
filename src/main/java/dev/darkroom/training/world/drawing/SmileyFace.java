package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Mood;
import java.awt.Color;
import java.awt.Shape;

/** A round face with a mood. */
final class SmileyFace implements Drawer {

    private static final Shape DISC = Forms.circle(0, 0, 90);
    private static final Head HEAD = new Head(-90, 60, -19, 31);
    private static final Color HEAT = new Color(0xE8261C);

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 93, 74, 13);
        brush.body(DISC, look.tint());
        brush.gloss(-34, -56, 38, 20, -32);
        if (look.mood() == Mood.ANGRY) {
            brush.within(DISC).soft(0, -92, 110, 80, 0, HEAT, 0.75);
        } else {
            brush.soft(-58, 16, 21, 15, 0, Colours.BLUSH, 0.6);
            brush.soft(58, 16, 21, 15, 0, Colours.BLUSH, 0.6);
        }
        Features.draw(brush, look.mood(), look.openness(), Colours.inkOn(look.tint()));
        Wardrobe.dress(brush, HEAD, look.wear(), look.wearTint());
    }
}
