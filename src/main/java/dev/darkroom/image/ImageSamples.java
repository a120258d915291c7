package dev.darkroom.image;

import dev.darkroom.generation.Size;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * The samples of a decoded image as they were stored. Java's own conversion to RGB would apply colour spaces and
 * brighten gray pictures, whose space it takes for linear.
 */
class ImageSamples {

    private ImageSamples() {}

    static Picture picture(BufferedImage image) {
        Size size = new Size(image.getWidth(), image.getHeight());
        ColorModel model = image.getColorModel();
        byte[] samples = model instanceof ComponentColorModel && !model.isAlphaPremultiplied()
                ? components(image.getRaster(), model)
                : packed(image);
        return model.hasAlpha() ? Picture.rgba(size, samples) : Picture.rgb(size, samples);
    }

    /** Gray, gray with alpha, RGB or RGBA in 8 or 16 bits. */
    private static byte[] components(Raster raster, ColorModel model) {
        int bands = raster.getNumBands();
        int maximum = raster.getDataBuffer().getDataType() == DataBuffer.TYPE_BYTE ? 0xFF : 0xFFFF;
        int colours = bands - (model.hasAlpha() ? 1 : 0);
        int channels = model.hasAlpha() ? 4 : 3;
        byte[] samples = new byte[Math.toIntExact((long) raster.getWidth() * raster.getHeight() * channels)];
        int[] row = new int[raster.getWidth() * bands];
        int to = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            for (int from = 0; from < row.length; from += bands) {
                for (int channel = 0; channel < channels; channel++) {
                    int band = channel == 3 ? colours : Math.min(channel, colours - 1);
                    samples[to++] = (byte) ((row[from + band] * 255L + maximum / 2) / maximum);
                }
            }
        }
        return samples;
    }

    /** Palettes and packed integers, which are sRGB. */
    private static byte[] packed(BufferedImage image) {
        boolean alpha = image.getColorModel().hasAlpha();
        int channels = alpha ? 4 : 3;
        byte[] samples = new byte[Math.toIntExact((long) image.getWidth() * image.getHeight() * channels)];
        int[] row = new int[image.getWidth()];
        int to = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int argb : row) {
                samples[to++] = (byte) (argb >> 16);
                samples[to++] = (byte) (argb >> 8);
                samples[to++] = (byte) argb;
                if (alpha) {
                    samples[to++] = (byte) (argb >>> 24);
                }
            }
        }
        return samples;
    }
}
