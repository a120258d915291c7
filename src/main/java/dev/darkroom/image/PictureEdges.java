package dev.darkroom.image;

import dev.darkroom.generation.Size;

/** Pictures that go on beyond their edges. */
public final class PictureEdges {

    private static final int CHANNELS = 3;

    private PictureEdges() {}

    /**
     * The opaque picture inside a larger frame, its outermost rows and columns continued as the filter sees them at the
     * very edge: the nearest one replicates them.
     *
     * @param left columns before the picture
     * @param top rows above the picture
     */
    public static Picture continued(Picture picture, Size frame, int left, int top, ResampleFilter filter) {
        Size size = picture.size();
        Picture wide = picture;
        if (frame.width() > size.width()) {
            Size row = new Size(frame.width(), size.height());
            Canvas canvas = new Canvas(row).put(picture, left, 0);
            putColumns(canvas, picture, 0, left, 0, filter);
            int end = left + size.width();
            putColumns(canvas, picture, size.width(), frame.width() - end, end, filter);
            wide = canvas.picture();
        }
        if (frame.height() == size.height()) {
            return wide;
        }
        Canvas canvas = new Canvas(frame).put(wide, 0, top);
        putRows(canvas, wide, 0, top, 0, filter);
        int end = top + size.height();
        putRows(canvas, wide, size.height(), frame.height() - end, end, filter);
        return canvas.picture();
    }

    private static void putColumns(Canvas canvas, Picture from, int edge, int count, int to, ResampleFilter filter) {
        if (count > 0) {
            ResampleWeights weights = new ResampleWeights(from.size().width(), edge, edge, count, filter);
            byte[] columns = PictureResizer.across(from.samples(), from.size().height(), CHANNELS, weights);
            canvas.put(Picture.rgb(new Size(count, from.size().height()), columns), to, 0);
        }
    }

    private static void putRows(Canvas canvas, Picture from, int edge, int count, int to, ResampleFilter filter) {
        if (count > 0) {
            ResampleWeights weights = new ResampleWeights(from.size().height(), edge, edge, count, filter);
            byte[] rows = PictureResizer.down(from.samples(), from.size().width() * CHANNELS, weights);
            canvas.put(Picture.rgb(new Size(from.size().width(), count), rows), 0, to);
        }
    }
}
