package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Tone;
import java.awt.Color;
import java.awt.Shape;

/** Walls in the house's colour, a red roof (blue on red walls), a door, two windows, a chimney. */
final class House implements Drawer {

    private static final Shape WALLS = Forms.box(-66, -16, 66, 90, 6);
    private static final Shape ROOF = Forms.rounded(12, 0, -92, 96, 0, -96, 0);
    private static final Shape CHIMNEY = Forms.box(34, -84, 58, -30, 3);
    private static final Shape DOOR = Forms.path("M -16 88 L -16 48 C -16 26 16 26 16 48 L 16 88 Z");
    private static final Tint WOOD = Tint.of(Tone.BROWN);
    private static final Tint BRICK = Tint.tint(0xF5A48C, 0xD9644E, 0xB24535, 0x7D2A22);
    private static final Tint SLATE = Tint.tint(0xA9C4F2, 0x6088D6, 0x4163B0, 0x2A437F);
    private static final Color PANE = new Color(0xC9ECFF);

    @Override
    public void draw(Brush brush, Look look) {
        brush.shadow(0, 91, 88, 11);
        brush.body(CHIMNEY, WOOD);
        brush.body(WALLS, look.tint());
        brush.body(DOOR, WOOD);
        brush.part(Forms.circle(8, 62, 3.5), new Color(0xFFD540));
        window(brush, -42);
        window(brush, 42);
        Color wall = look.tint().base();
        boolean reddish = wall.getRed() > 190 && wall.getGreen() < 160;
        brush.body(ROOF, reddish ? SLATE : BRICK);
        brush.gloss(-30, -34, 24, 9, -44);
    }

    private static void window(Brush brush, double x) {
        Shape pane = Forms.box(x - 14, 22, x + 14, 52, 4);
        brush.part(pane, PANE);
        brush.line(pane, WOOD.rim(), 4);
        brush.line(
                Forms.path("M " + x + " 22 L " + x + " 52 M " + (x - 14) + " 37 L " + (x + 14) + " 37"), WOOD.rim(), 3);
    }
}
