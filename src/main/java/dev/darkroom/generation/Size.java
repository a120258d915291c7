package dev.darkroom.generation;

/**
 * Width and height of a picture in pixels.
 *
 * @param width pixels, positive
 * @param height pixels, positive
 */
public record Size(int width, int height) {

    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture needs at least one pixel, not " + width + "x" + height);
        }
    }

    /** Number of pixels. */
    public long pixels() {
        return (long) width * height;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
