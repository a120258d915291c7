package dev.darkroom.training.world.drawing;

import dev.darkroom.training.data.Dice;
import dev.darkroom.training.world.scene.Background;
import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** Sky and ground by day, by night, at sunset, in winter, and the sea. The ground begins at {@link #HORIZON}. */
final class Scenery {

    /** Where the ground begins, in canvas units from the top of the middle square. */
    static final double HORIZON = 184;

    private final Brush brush;
    private final Rectangle2D canvas;
    private final Dice dice;

    Scenery(Brush brush, Rectangle2D canvas, Dice dice) {
        this.brush = brush;
        this.canvas = canvas;
        this.dice = dice;
    }

    void draw(Background background) {
        switch (background) {
            case DAY -> {
                brush.fade(canvas, new Color(0x7CC8FA), new Color(0xEAF8FF));
                hills(new Color(0xB7E592), new Color(0x98D873), new Color(0x7CC75B));
                tufts(new Color(0x5DAF46));
            }
            case NIGHT -> {
                brush.fade(canvas, new Color(0x141C4E), new Color(0x56609F));
                specks(26, 168, 0.7, 1.5);
                hills(new Color(0x33487A), new Color(0x2A3D6A), new Color(0x1E2D55));
            }
            case SUNSET -> {
                brush.fade(canvas, new Color(0xFF8A5C), new Color(0xFFD58A));
                brush.soft(canvas.getCenterX(), 40, 190, 96, 0, new Color(0xC2569B), 0.75);
                brush.soft(canvas.getCenterX(), HORIZON + 6, 120, 70, 0, new Color(0xFFF0A8), 0.95);
                hills(new Color(0xA0568C), new Color(0x82447E), new Color(0x5F3169));
            }
            case WINTER -> {
                brush.fade(canvas, new Color(0xA9D3F2), new Color(0xEDF7FD));
                hills(new Color(0xD5E7F5), new Color(0xFFFFFF), new Color(0xDDEBF7));
                specks(34, 256, 1.6, 3.4);
            }
            case SEA -> {
                brush.fade(canvas, new Color(0x8FD2FA), new Color(0xEFFAFF));
                sea();
            }
            default -> throw new IllegalArgumentException(background + " is no scenery");
        }
    }

    private void sea() {
        double top = HORIZON - 32;
        var water = new Rectangle2D.Double(canvas.getX() - 5, top, canvas.getWidth() + 10, canvas.getMaxY() - top + 5);
        brush.fade(water, new Color(0x79CDF3), new Color(0x2F86D3));
        for (int i = 0; i < 12; i++) {
            double x = dice.between(canvas.getMinX() + 10, canvas.getMaxX() - 10);
            double y = dice.between(top + 12, canvas.getMaxY() - 6);
            brush.line(
                    Forms.path("M " + (x - 9) + " " + y + " Q " + (x - 4.5) + " " + (y - 4) + " " + x + " " + y + " Q "
                            + (x + 4.5) + " " + (y + 4) + " " + (x + 9) + " " + y),
                    new Color(0xB9E6FB),
                    2.2);
        }
    }

    private void hills(Color far, Color top, Color bottom) {
        double side = dice.chance(0.5) ? 1 : -1;
        brush.paint(Backdrop.hill(canvas, HORIZON - 2, 20, 128 + side * 90), far);
        brush.fade(Backdrop.hill(canvas, HORIZON + 10, 11, 128 - side * 70), top, bottom);
    }

    /** Small white dots: stars or snow. */
    private void specks(int number, double down, double least, double most) {
        for (int i = 0; i < number; i++) {
            double x = dice.between(canvas.getMinX() + 4, canvas.getMaxX() - 4);
            double y = dice.between(canvas.getMinY() + 4, StrictMath.min(down, canvas.getMaxY() - 4));
            brush.paint(Forms.circle(x, y, dice.between(least, most)), Color.WHITE);
        }
    }

    private void tufts(Color color) {
        for (int i = 0; i < 7; i++) {
            double x = dice.between(canvas.getMinX() + 8, canvas.getMaxX() - 8);
            double y = dice.between(HORIZON + 22, 250);
            brush.line(
                    Forms.path("M " + (x - 4) + " " + (y - 6) + " L " + x + " " + y + " L " + (x + 4) + " " + (y - 6)),
                    color,
                    2.2);
        }
    }
}
