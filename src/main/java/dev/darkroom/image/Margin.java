package dev.darkroom.image;

import dev.darkroom.generation.Size;

/**
 * Room around a picture that is to be painted.
 *
 * @param picture the opaque picture in its place
 * @param mask white in the new room, falling to black inside the picture's edges that border on it
 */
public record Margin(Picture picture, Mask mask) {

    private static final int WHITE = 255;

    /**
     * Puts a picture on a larger canvas; the colours at its edges run into the new room.
     *
     * @param canvas size of the whole
     * @param left columns before the picture
     * @param top rows above it
     * @param feather pixels inside the picture over which the mask falls
     */
    public static Margin around(Picture picture, Size canvas, int left, int top, int feather) {
        Picture placed = PictureEdges.continued(picture, canvas, left, top, ResampleFilter.NEAREST);
        int[] columns = depths(canvas.width(), left, picture.size().width());
        int[] rows = depths(canvas.height(), top, picture.size().height());
        byte[] hole = new byte[Math.toIntExact(canvas.pixels())];
        byte[] mask = new byte[hole.length];
        for (int i = 0; i < mask.length; i++) {
            double depth = corner(columns[i % canvas.width()], rows[i / canvas.width()], feather);
            hole[i] = (byte) (depth < 0 ? WHITE : 0);
            mask[i] = (byte) Math.round(WHITE * (1 - smooth(depth, feather)));
        }
        Picture filled = HoleFill.of(placed, new Mask(canvas, hole));
        return new Margin(filled, new Mask(canvas, mask));
    }

    /** For each place of an axis how deep it lies behind an edge with room before it; negative in the room itself. */
    private static int[] depths(int length, int begin, int count) {
        int[] depths = new int[length];
        for (int i = 0; i < length; i++) {
            int fromBegin = begin == 0 ? Integer.MAX_VALUE : i - begin;
            int fromEnd = begin + count == length ? Integer.MAX_VALUE : begin + count - 1 - i;
            depths[i] = Math.min(fromBegin, fromEnd);
        }
        return depths;
    }

    /** The depth behind the nearest edge; where two edges meet, iso-lines are round. */
    private static double corner(int column, int row, int feather) {
        if (column < 0 || row < 0) {
            return -1;
        }
        if (column >= feather || row >= feather) {
            return Math.min(column, row);
        }
        return Math.max(0, feather - Math.hypot(feather - column, feather - row));
    }

    /** 0 before the edge, 1 behind the feather, level at both ends. */
    private static double smooth(double depth, int feather) {
        if (depth < 0) {
            return 0;
        }
        if (depth >= feather) {
            return 1;
        }
        double share = (depth + 0.5) / feather;
        return share * share * (3 - 2 * share);
    }
}
