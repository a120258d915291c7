package dev.darkroom.training.world.drawing;

import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.training.data.Dice;
import dev.darkroom.training.world.scene.Figure;
import dev.darkroom.training.world.scene.Scene;
import dev.darkroom.training.world.scene.Style;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Scenes to pictures of any size. Things keep to the middle square, the background fills the rest. Stateless; needs no
 * display and no font. The same scene and size give the same pixels.
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
            return picture(drawn(scene, size), size, 1);
        }
        int block = side / BLOCKS;
        Size coarse = new Size(ceiling(size.width(), block), ceiling(size.height(), block));
        BufferedImage image = drawn(scene, coarse);
        posterize(image);
        return picture(image, size, block);
    }

    private static BufferedImage drawn(Scene scene, Size size) {
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_DITHERING, RenderingHints.VALUE_DITHER_DISABLE);
        double unit = StrictMath.min(size.width(), size.height()) / UNITS;
        double width = size.width() / unit;
        double height = size.height() / unit;
        graphics.scale(unit, unit);
        graphics.translate((width - UNITS) / 2, (height - UNITS) / 2);
        var canvas = new Rectangle2D.Double((UNITS - width) / 2, (UNITS - height) / 2, width, height);
        draw(scene, new Brush(graphics, scene.style()), canvas);
        graphics.dispose();
        return image;
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

    /** Few levels a channel, as an old machine had them. */
    private static void posterize(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            int posterized = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int sample = pixels[i] >> shift & 0xFF;
                int level = StrictMath.min(255, (sample + COLOUR_STEP / 2) / COLOUR_STEP * COLOUR_STEP);
                posterized |= level << shift;
            }
            pixels[i] = posterized;
        }
    }

    private static Picture picture(BufferedImage image, Size size, int block) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] samples = new byte[size.width() * size.height() * 3];
        int to = 0;
        for (int y = 0; y < size.height(); y++) {
            int row = y / block * image.getWidth();
            for (int x = 0; x < size.width(); x++) {
                int pixel = pixels[row + x / block];
                samples[to++] = (byte) (pixel >> 16);
                samples[to++] = (byte) (pixel >> 8);
                samples[to++] = (byte) pixel;
            }
        }
        return Picture.rgb(size, samples);
    }

    private static int ceiling(int length, int block) {
        return (length + block - 1) / block;
    }
}
