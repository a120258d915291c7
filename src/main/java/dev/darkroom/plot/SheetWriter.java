package dev.darkroom.plot;

import dev.darkroom.generation.ImageFormat;
import dev.darkroom.image.AwtPictures;
import dev.darkroom.image.PictureEncoder;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Sheets as files. The same sheet gives the same bytes. Thread-safe. */
public final class SheetWriter {

    /** Smallest and largest width of a PNG in pixels. */
    public static final int SMALLEST = 320;

    public static final int LARGEST = 3840;

    private final PictureEncoder encoder = new PictureEncoder();

    /** The sheet as SVG; titles and legend are text, the labels of axes are outlines. */
    public byte[] svg(Sheet sheet) {
        return SvgDrawing.of(SheetPainter.WIDTH, SheetPainter.HEIGHT, graphics -> SheetPainter.paint(sheet, graphics))
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The sheet as PNG.
     *
     * @param width in pixels, {@value #SMALLEST} to {@value #LARGEST}; the height is 9/16 of it
     */
    public byte[] png(Sheet sheet, int width) {
        if (width < SMALLEST || width > LARGEST) {
            throw new IllegalArgumentException(
                    "a plot is " + SMALLEST + " to " + LARGEST + " pixels wide, not " + width);
        }
        int height = width * SheetPainter.HEIGHT / SheetPainter.WIDTH;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale((double) width / SheetPainter.WIDTH, (double) height / SheetPainter.HEIGHT);
        SheetPainter.paint(sheet, graphics);
        graphics.dispose();
        return encoder.encode(AwtPictures.picture(image), ImageFormat.PNG, 100, Map.of());
    }
}
