package dev.darkroom.training.world.drawing;

import dev.darkroom.generation.Size;
import org.jspecify.annotations.Nullable;

/** The pixels that are painted on, red, green, blue from 0 to 255. Not thread-safe. */
final class Paper {

    private final Size size;
    private final Raster raster;
    private final float[] pixels;

    Paper(Size size) {
        this.size = size;
        this.raster = new Raster(size.width(), size.height());
        this.pixels = new float[size.width() * size.height() * 3];
    }

    /** @param within how much of each pixel may be painted; null for all of it */
    void paint(Edges edges, Shading shading, float @Nullable [] within) {
        int width = size.width();
        raster.fill(edges, (y, from, to, coverage) -> {
            if (within != null) {
                for (int x = from; x < to; x++) {
                    coverage[x] *= within[y * width + x];
                }
            }
            shading.lay(pixels, y * width * 3, y, from, to, coverage);
        });
    }

    /** How much of each pixel a form covers, within another. */
    float[] mask(Edges edges, float @Nullable [] within) {
        int width = size.width();
        float[] mask = new float[width * size.height()];
        raster.fill(edges, (y, from, to, coverage) -> {
            for (int x = from; x < to; x++) {
                int at = y * width + x;
                mask[at] = within == null ? coverage[x] : coverage[x] * within[at];
            }
        });
        return mask;
    }

    /** The samples, rounded to 0 to 255. */
    byte[] samples() {
        byte[] samples = new byte[pixels.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (int) (StrictMath.max(0, StrictMath.min(255, pixels[i])) + 0.5f);
        }
        return samples;
    }
}
