package dev.darkroom.training.world.drawing;

import dev.darkroom.training.data.Dice;
import dev.darkroom.training.world.scene.Sky;
import dev.darkroom.training.world.scene.Tone;

/** Sun, moon, clouds, stars or a rainbow over a landscape, in canvas units. */
final class Heavens {

    private static final Sun SUN = new Sun();
    private static final Moon MOON = new Moon();
    private static final Cloud CLOUD = new Cloud();
    private static final Tint YELLOW = Tint.of(Tone.YELLOW);
    private static final Tint WHITE = Tint.of(Tone.WHITE);

    private Heavens() {}

    static void draw(Brush brush, Sky sky, Dice dice) {
        double side = dice.chance(0.5) ? 1 : -1;
        double x = 128 + side * dice.between(72, 86);
        double y = dice.between(44, 54);
        switch (sky) {
            case NONE -> {}
            case SUN -> SUN.draw(brush.moved(x, y, 0.34, 0), Look.plain(YELLOW));
            case MOON -> MOON.draw(brush.moved(x, y, 0.32, 0), Look.plain(YELLOW));
            case CLOUDS -> {
                CLOUD.draw(brush.moved(x, y + 4, 0.42, 0), Look.plain(WHITE));
                CLOUD.draw(
                        brush.moved(128 - side * dice.between(56, 76), dice.between(34, 44), 0.32, 0),
                        Look.plain(WHITE));
            }
            case STARS -> stars(brush, dice);
            case RAINBOW -> Rainbow.arcs(brush.moved(128, 176, 1.16, 0));
        }
    }

    private static void stars(Brush brush, Dice dice) {
        for (int i = 0; i < 8; i++) {
            double x = 24 + 30 * i + dice.between(-9, 9);
            double y = (i % 2 == 0 ? 30 : 62) + dice.between(-12, 12);
            brush.moved(x, y, dice.between(0.09, 0.13), dice.between(-15, 15)).body(ShapeDrawer.STAR, YELLOW);
        }
    }
}
