package dev.darkroom.image;

import dev.darkroom.generation.Size;
import java.awt.image.Raster;

/**
 * JPEG pictures with four inks, which Java's reader hands over as they are stored. Adobe programs store inks
 * inverted (255 is no ink), and say so by their segment. The colours are those of ideal inks: no profile is applied.
 */
class CmykSamples {

    static final int COMPONENTS = 4;

    private static final int YCCK = 2;

    private CmykSamples() {}

    /** @param adobeTransform 2 for YCCK, 0 for CMYK; -1 without an Adobe segment: CMYK, not inverted */
    static Picture picture(Raster raster, int adobeTransform) {
        Size size = new Size(raster.getWidth(), raster.getHeight());
        byte[] samples = new byte[Math.toIntExact(size.pixels() * 3)];
        int[] row = new int[size.width() * COMPONENTS];
        int to = 0;
        for (int y = 0; y < size.height(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, size.width(), 1, row);
            for (int from = 0; from < row.length; from += COMPONENTS) {
                if (adobeTransform == YCCK) {
                    inksOfYcck(row, from);
                }
                int black = adobeTransform < 0 ? 255 - row[from + 3] : row[from + 3];
                for (int ink = 0; ink < 3; ink++) {
                    int light = adobeTransform < 0 ? 255 - row[from + ink] : row[from + ink];
                    samples[to++] = (byte) ((light * black + 127) / 255);
                }
            }
        }
        return Picture.rgb(size, samples);
    }

    /** Luma and chroma stand for 255 minus the stored ink (ITU-T T.871, section 7, for the equations). */
    private static void inksOfYcck(int[] row, int from) {
        double luma = row[from];
        double blue = row[from + 1] - 128;
        double red = row[from + 2] - 128;
        row[from] = clamp(255 - (luma + 1.402 * red));
        row[from + 1] = clamp(255 - (luma - 0.344136 * blue - 0.714136 * red));
        row[from + 2] = clamp(255 - (luma + 1.772 * blue));
    }

    private static int clamp(double value) {
        return (int) Math.min(Math.max(Math.rint(value), 0), 255);
    }
}
