package dev.darkroom.image;

import dev.darkroom.generation.Size;
import java.awt.image.BufferedImage;

/** Pictures as the graphics of the JDK know them. */
public final class AwtPictures {

    private AwtPictures() {}

    /** The same pixels; with alpha where the picture has it. */
    public static BufferedImage image(Picture picture) {
        int width = picture.size().width();
        int height = picture.size().height();
        var image = new BufferedImage(
                width, height, picture.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int alpha = picture.hasAlpha() ? picture.sample(x, y, 3) : 0xFF;
                row[x] = alpha << 24
                        | picture.sample(x, y, 0) << 16
                        | picture.sample(x, y, 1) << 8
                        | picture.sample(x, y, 2);
            }
            image.getRaster().setDataElements(0, y, width, 1, row);
        }
        return image;
    }

    /** The colours of an image; its alpha is forgotten. */
    public static Picture picture(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        byte[] samples = new byte[3 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            samples[3 * i] = (byte) (pixels[i] >> 16);
            samples[3 * i + 1] = (byte) (pixels[i] >> 8);
            samples[3 * i + 2] = (byte) pixels[i];
        }
        return Picture.rgb(new Size(image.getWidth(), image.getHeight()), samples);
    }
}
