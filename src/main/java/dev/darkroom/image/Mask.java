package dev.darkroom.image;

import dev.darkroom.generation.Size;

/**
 * Which pixels of a picture are meant, 0 (black, not) to 255 (white, wholly). Immutable as long as nobody writes to
 * the array, which is shared and not copied.
 */
public final class Mask {

    /** From here on a gray value counts as white: half, as in diffusers. */
    private static final int WHITE = 128;

    private static final int RGB = 3;
    private static final int OPAQUE = 255;

    private final Size size;
    private final byte[] values;

    /** Takes over the array {@code [height, width]}. */
    Mask(Size size, byte[] values) {
        if (values.length != size.pixels()) {
            throw new IllegalArgumentException("a mask of " + size + " has " + size.pixels() + " values");
        }
        this.size = size;
        this.values = values;
    }

    /**
     * The brightness of a picture (ITU-R BT.601, section 2.5.1, in 16-bit integers as Pillow has it); what is
     * transparent is black.
     */
    public static Mask brightness(Picture picture) {
        byte[] values = new byte[Math.toIntExact(picture.size().pixels())];
        byte[] samples = picture.samples();
        int channels = picture.channels();
        for (int i = 0; i < values.length; i++) {
            int at = i * channels;
            int gray =
                    19595 * (samples[at] & 0xFF) + 38470 * (samples[at + 1] & 0xFF) + 7471 * (samples[at + 2] & 0xFF);
            int opacity = picture.hasAlpha() ? samples[at + RGB] & 0xFF : OPAQUE;
            values[i] = (byte) (((gray + 0x8000 >> 16) * opacity + OPAQUE / 2) / OPAQUE);
        }
        return new Mask(picture.size(), values);
    }

    /** White where a picture is transparent. */
    public static Mask transparency(Picture picture) {
        byte[] values = new byte[Math.toIntExact(picture.size().pixels())];
        for (int i = 0; i < values.length && picture.hasAlpha(); i++) {
            values[i] = (byte) ~picture.samples()[i * picture.channels() + RGB];
        }
        return new Mask(picture.size(), values);
    }

    public Size size() {
        return size;
    }

    /** 0 to 255. */
    public int at(int x, int y) {
        return values[y * size.width() + x] & 0xFF;
    }

    /** The values themselves, {@code [height, width]}; not to be written to. */
    byte[] values() {
        return values;
    }

    /** As a gray picture. */
    public Picture picture() {
        byte[] samples = new byte[values.length * RGB];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = values[i / RGB];
        }
        return Picture.rgb(size, samples);
    }

    /** Black and white alone: from half on a value is white. */
    public Mask hardened() {
        byte[] hard = new byte[values.length];
        for (int i = 0; i < hard.length; i++) {
            hard[i] = (byte) ((values[i] & 0xFF) >= WHITE ? OPAQUE : 0);
        }
        return new Mask(size, hard);
    }

    /** White for black and black for white. */
    public Mask inverted() {
        byte[] inverted = new byte[values.length];
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = (byte) ~values[i];
        }
        return new Mask(size, inverted);
    }

    /** The mask at another size. */
    public Mask resized(Size to, ResampleFilter filter) {
        return new Mask(to, PictureResizer.resize(values, 1, size, to, filter));
    }

    /**
     * The mask on a coarser grid whose cells take the value of their top left pixel, as diffusers brings masks to latent
     * size.
     */
    public Mask corners(Size grid) {
        byte[] corners = new byte[Math.toIntExact(grid.pixels())];
        for (int i = 0; i < corners.length; i++) {
            int x = i % grid.width() * size.width() / grid.width();
            int y = i / grid.width() * size.height() / grid.height();
            corners[i] = values[y * size.width() + x];
        }
        return new Mask(grid, corners);
    }

    /** The part that lies in a region. */
    public Mask cropped(CropRegion region) {
        return new Mask(region.size(), region.cut(values, size, 1));
    }

    /** Blurred by a Gaussian; see {@link GaussianBlur}. */
    public Mask blurred(double radius) {
        return new Mask(size, GaussianBlur.blur(values, 1, size, radius));
    }

    /** Share of the pixels that are not black, 0 to 1. */
    public double coverage() {
        int marked = 0;
        for (byte value : values) {
            marked += value == 0 ? 0 : 1;
        }
        return (double) marked / values.length;
    }

    /**
     * The smallest region with all that is not black.
     *
     * @throws IllegalStateException if all is black
     */
    CropRegion bounds() {
        int left = size.width();
        int top = size.height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                if (at(x, y) > 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = y + 1;
                }
            }
        }
        if (right == 0) {
            throw new IllegalStateException("the mask is black everywhere");
        }
        return new CropRegion(left, top, right, bottom);
    }
}
