package dev.darkroom.image;

import dev.darkroom.generation.Size;

/** An opaque picture that is put together from pieces; black where nothing was put. */
final class Canvas {

    private static final int CHANNELS = 3;

    private final Size size;
    private final byte[] samples;

    Canvas(Size size) {
        this.size = size;
        this.samples = new byte[Math.toIntExact(size.pixels() * CHANNELS)];
    }

    /** Puts a picture with its corner at (left, top); it must lie within the canvas. */
    Canvas put(Picture picture, int left, int top) {
        int row = picture.size().width() * CHANNELS;
        for (int y = 0; y < picture.size().height(); y++) {
            System.arraycopy(picture.samples(), y * row, samples, ((top + y) * size.width() + left) * CHANNELS, row);
        }
        return this;
    }

    /** What was put; the canvas is not used after that. */
    Picture picture() {
        return Picture.rgb(size, samples);
    }
}
