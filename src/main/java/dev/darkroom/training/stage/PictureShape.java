package dev.darkroom.training.stage;

import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureFit;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.image.ResampleFilter;

/** Brings pictures to the square that a batch has. */
final class PictureShape {

    private static final int CHANNELS = 3;

    private PictureShape() {}

    /** Resized so that it covers the square, and cut around its middle; planes [3, side, side] in [-1, 1]. */
    static float[] square(Picture picture, int side) {
        return PicturePlanes.signed(PictureFit.CROP.fit(picture, new Size(side, side), ResampleFilter.LANCZOS));
    }

    /** A square out of planes [3, height, width]. */
    static float[] cut(float[] planes, Size size, int left, int top, int side) {
        if (size.width() == side && size.height() == side) {
            return planes;
        }
        float[] cut = new float[CHANNELS * side * side];
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int y = 0; y < side; y++) {
                int from = (channel * size.height() + top + y) * size.width() + left;
                System.arraycopy(planes, from, cut, (channel * side + y) * side, side);
            }
        }
        return cut;
    }
}
