package dev.darkroom.training.world.drawing;

import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.training.data.Dice;
import dev.darkroom.training.world.scene.Figure;
import dev.darkroom.training.world.scene.Scene;
import dev.darkroom.training.world.scene.Style;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/**
 * Scenes to pictures of any size. Things keep to the middle square, the background fills the rest.
 * Stateless; plain arithmetic without display, fonts or native code, so the same scene and size give the same pixels
 * everywhere.
 */
public final class ScenePainter {

    /** Canvas units along the middle square. */
    private static final double UNITS = 256;

    /** Blocks along the middle square of a pixel picture. */
    private static final int BLOCKS = 32;

    private static final int COLOUR_STEP = 24;

    /** The scene as an opaque picture. */
    public Picture paint(Scene scene, Size size) {
        int side = StrictMath.min(size.width(), size.height());
        if (scene.style() != Style.PIXEL || side < 2 * BLOCKS) {
            return Picture.rgb(size, drawn(scene, size).samples());
        }
        int block = side / BLOCKS;
        Size coarse = new Size(ceiling(size.width(), block), ceiling(size.height(), block));
        return blocks(drawn(scene, coarse).samples(), coarse.width(), size, block);
    }

    private static Paper drawn(Scene scene, Size size) {
        double unit = StrictMath.min(size.width(), size.height()) / UNITS;
        double width = size.width() / unit;
        double height = size.height() / unit;
        double left = (UNITS - width) / 2;
        double top = (UNITS - height) / 2;
        var canvas = new Rectangle2D.Double(left, top, width, height);
        var paper = new Paper(size);
        var toPixels = new AffineTransform(unit, 0, 0, unit, -left * unit, -top * unit);
        draw(scene, new Brush(paper, scene.style(), toPixels), canvas);
        return paper;
    }

    private static void draw(Scene scene, Brush brush, Rectangle2D canvas) {
        var dice = new Dice(scene.variety());
        new Backdrop(brush, canvas, dice).draw(scene.background(), scene.style());
        Heavens.draw(brush, scene.sky(), dice);
        for (Placement place : Placement.of(scene, dice)) {
            Figure figure = place.figure();
            var look = new Look(
                    Tint.of(figure.tone()).jittered(dice),
                    figure.mood(),
                    figure.wear(),
                    Tint.of(figure.wearTone()).jittered(dice),
                    dice.nextDouble());
            Catalog.of(figure.thing()).draw(brush.moved(place.x(), place.y(), place.scale(), place.degrees()), look);
        }
    }

    /** Blocks instead of pixels, and the few colours of an old machine. */
    private static Picture blocks(byte[] coarse, int stride, Size size, int block) {
        byte[] samples = new byte[size.width() * size.height() * 3];
        int to = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int at = (y / block * stride + x / block) * 3;
                for (int channel = 0; channel < 3; channel++) {
                    int level = ((coarse[at + channel] & 0xFF) + COLOUR_STEP / 2) / COLOUR_STEP * COLOUR_STEP;
                    samples[to++] = (byte) StrictMath.min(255, level);
                }
            }
        }
        return Picture.rgb(size, samples);
    }

    private static int ceiling(int length, int block) {
        return (length + block - 1) / block;
    }
}
