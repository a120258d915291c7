package dev.darkroom.training.world.drawing;

import dev.darkroom.training.data.Dice;
import dev.darkroom.training.world.scene.Background;
import dev.darkroom.training.world.scene.Style;
import dev.darkroom.training.world.scene.Tone;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/** What lies behind the things, over the whole picture. Units are those of the canvas: the middle square has 256. */
final class Backdrop {

    private static final Color[] PASTELS = {
        new Color(0xFDE8DC), new Color(0xFDF3D7), new Color(0xE6F5E4), new Color(0xDFF4F4),
        new Color(0xE2ECFD), new Color(0xECE6FB), new Color(0xFBE6F2), new Color(0xF4EEE6)
    };

    private final Brush brush;
    private final Rectangle2D canvas;
    private final Dice dice;

    Backdrop(Brush brush, Rectangle2D canvas, Dice dice) {
        this.brush = brush;
        this.canvas = canvas;
        this.dice = dice;
    }

    void draw(Background background, Style style) {
        if (background.scenery()) {
            new Scenery(brush, canvas, dice).draw(background);
            return;
        }
        Color middle = background.tone().map(Backdrop::plain).orElseGet(this::pastel);
        if (style != Style.FLAT) {
            brush.paint(canvas, middle);
            return;
        }
        brush.fade(canvas, Colours.mix(middle, Color.WHITE, 0.14), Colours.mix(middle, deep(middle), 0.1));
    }

    private Color pastel() {
        Color from = dice.oneOf(PASTELS);
        return Colours.mix(from, dice.oneOf(PASTELS), dice.between(0, 0.5));
    }

    private static Color plain(Tone tone) {
        Color base = Tint.of(tone).base();
        return switch (tone) {
            case WHITE -> new Color(0xFDFDFE);
            case BLACK -> new Color(0x24252D);
            case GRAY -> new Color(0xB4B9C2);
            case YELLOW -> new Color(0xFFE066);
            default -> Colours.mix(base, Color.WHITE, 0.12);
        };
    }

    private static Color deep(Color color) {
        return Colours.mix(color, new Color(0x2A2350), 0.5);
    }

    /** The whole canvas from {@code y} on downwards, bounded above by a gentle hill. */
    static Shape hill(Rectangle2D canvas, double y, double rise, double crest) {
        double left = canvas.getMinX() - 5;
        double right = canvas.getMaxX() + 5;
        double bottom = canvas.getMaxY() + 5;
        return Forms.path("M " + left + " " + bottom + " L " + left + " " + y + " Q " + crest + " " + (y - 2 * rise)
                + " " + right + " " + y + " L " + right + " " + bottom + " Z");
    }
}
