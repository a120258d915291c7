package dev.darkroom.pipeline;

import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Mask;

/** From a mask of pixels to one of a latent's positions, [height, width] flattened, 0 (known) to 1 (painted). */
final class LatentMask {

    private static final float WHITE = 255;

    private LatentMask() {}

    /** Each position takes the pixel at its top left, as diffusers does. */
    static float[] corners(Mask mask, LatentShape shape) {
        return values(mask.corners(grid(shape)));
    }

    /** Each position is painted as far as the whitest of its pixels: no thin stroke falls through the grid. */
    static float[] touched(Mask mask, LatentShape shape) {
        float[] values = new float[shape.height() * shape.width()];
        int factor = mask.size().width() / shape.width();
        for (int y = 0; y < mask.size().height(); y++) {
            for (int x = 0; x < mask.size().width(); x++) {
                int at = y / factor * shape.width() + x / factor;
                values[at] = Math.max(values[at], mask.at(x, y) / WHITE);
            }
        }
        return values;
    }

    /** Each position is painted as far as its pixels are on average. */
    static float[] mean(Mask mask, LatentShape shape) {
        float[] values = new float[shape.height() * shape.width()];
        int factor = mask.size().width() / shape.width();
        for (int y = 0; y < mask.size().height(); y++) {
            for (int x = 0; x < mask.size().width(); x++) {
                values[y / factor * shape.width() + x / factor] += mask.at(x, y) / WHITE / (factor * factor);
            }
        }
        return values;
    }

    private static Size grid(LatentShape shape) {
        return new Size(shape.width(), shape.height());
    }

    private static float[] values(Mask grid) {
        int width = grid.size().width();
        float[] values = new float[(int) grid.size().pixels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = grid.at(i % width, i / width) / WHITE;
        }
        return values;
    }
}
