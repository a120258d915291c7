package dev.darkroom.image;

import dev.darkroom.generation.Size;
import java.util.ArrayList;
import java.util.List;

/** Pictures of one size side by side on one, without a gap, and back. */
public final class Tiles {

    private Tiles() {}

    /**
     * All on one, row by row; what is left of the last row is black.
     *
     * @param pictures of one size, without alpha
     */
    public static Picture joined(List<Picture> pictures, int columns) {
        Size size = pictures.get(0).size();
        int rows = (pictures.size() + columns - 1) / columns;
        int stride = 3 * size.width();
        byte[] samples = new byte[stride * columns * size.height() * rows];
        for (int i = 0; i < pictures.size(); i++) {
            for (int y = 0; y < size.height(); y++) {
                int line = i / columns * size.height() + y;
                int to = (line * columns + i % columns) * stride;
                System.arraycopy(pictures.get(i).samples(), y * stride, samples, to, stride);
            }
        }
        return Picture.rgb(new Size(columns * size.width(), rows * size.height()), samples);
    }

    /**
     * The pictures that were joined.
     *
     * @param joined without alpha
     * @param size of each
     */
    public static List<Picture> cut(Picture joined, Size size) {
        int columns = joined.size().width() / size.width();
        int rows = joined.size().height() / size.height();
        int stride = 3 * size.width();
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < rows * columns; i++) {
            byte[] samples = new byte[stride * size.height()];
            for (int y = 0; y < size.height(); y++) {
                int line = i / columns * size.height() + y;
                int from = (line * columns + i % columns) * stride;
                System.arraycopy(joined.samples(), from, samples, y * stride, stride);
            }
            pictures.add(Picture.rgb(size, samples));
        }
        return pictures;
    }
}
