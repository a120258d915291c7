package dev.darkroom.training.data;

import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureResizer;
import dev.darkroom.image.ResampleFilter;

/** Brings pictures to a size, and mirrors them. */
public final class PictureFit {

    private PictureFit() {}

    /** Resized until it covers the size, then cut around the middle; the same picture if it has the size. */
    public static Picture cover(Picture picture, Size size) {
        Size from = picture.size();
        double scale = Math.max((double) size.width() / from.width(), (double) size.height() / from.height());
        Size covering =
                new Size(Math.max(size.width(), (int) Math.round(from.width() * scale)), Math.max(size.height(), (int)
                        Math.round(from.height() * scale)));
        return centre(PictureResizer.resize(picture, covering, ResampleFilter.LANCZOS), size);
    }

    /** The middle of a picture that is at least as large. */
    static Picture centre(Picture picture, Size size) {
        if (picture.size().equals(size)) {
            return picture;
        }
        int channels = picture.channels();
        int left = (picture.size().width() - size.width()) / 2;
        int top = (picture.size().height() - size.height()) / 2;
        byte[] samples = new byte[size.width() * size.height() * channels];
        for (int y = 0; y < size.height(); y++) {
            System.arraycopy(
                    picture.samples(),
                    ((top + y) * picture.size().width() + left) * channels,
                    samples,
                    y * size.width() * channels,
                    size.width() * channels);
        }
        return channels == 4 ? Picture.rgba(size, samples) : Picture.rgb(size, samples);
    }

    /** Left and right exchanged. */
    public static Picture mirrored(Picture picture) {
        int channels = picture.channels();
        int width = picture.size().width();
        byte[] from = picture.samples();
        byte[] to = new byte[from.length];
        for (int pixel = 0; pixel < from.length / channels; pixel++) {
            int x = pixel % width;
            System.arraycopy(from, pixel * channels, to, (pixel - x + width - 1 - x) * channels, channels);
        }
        return channels == 4 ? Picture.rgba(picture.size(), to) : Picture.rgb(picture.size(), to);
    }
}
