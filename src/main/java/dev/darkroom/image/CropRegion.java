package dev.darkroom.image;

import dev.darkroom.generation.Size;

/**
 * A rectangle of pixels within a picture.
 *
 * @param left first column
 * @param top first row
 * @param right first column behind it
 * @param bottom first row below it
 */
public record CropRegion(int left, int top, int right, int bottom) {

    public CropRegion {
        if (left < 0 || top < 0 || right <= left || bottom <= top) {
            throw new IllegalArgumentException(
                    "no pixels lie from " + left + "," + top + " to " + right + "," + bottom);
        }
    }

    /** The whole picture. */
    public static CropRegion whole(Size size) {
        return new CropRegion(0, 0, size.width(), size.height());
    }

    /**
     * The surroundings of all that is not black in a mask, grown along one axis to the shape in which they will be
     * painted as far as the picture reaches: the region of diffusers' {@code padding_mask_crop}.
     *
     * @param mask not black everywhere
     * @param shape whose aspect ratio is wanted
     * @param padding pixels on each side
     */
    public static CropRegion around(Mask mask, Size shape, int padding) {
        Size size = mask.size();
        CropRegion marked = mask.bounds();
        int left = Math.max(marked.left - padding, 0);
        int top = Math.max(marked.top - padding, 0);
        int right = Math.min(marked.right + padding, size.width());
        int bottom = Math.min(marked.bottom + padding, size.height());
        double wanted = (double) shape.width() / shape.height();
        if ((double) (right - left) / (bottom - top) > wanted) {
            int[] rows = grown(top, bottom, (int) ((right - left) / wanted - (bottom - top)), size.height());
            return new CropRegion(left, rows[0], right, rows[1]);
        }
        int[] columns = grown(left, right, (int) ((bottom - top) * wanted - (right - left)), size.width());
        return new CropRegion(columns[0], top, columns[1], bottom);
    }

    /** A stretch made longer on both sides, moved into the axis, cut where the axis is too short. */
    private static int[] grown(int begin, int end, int by, int length) {
        int from = begin - by / 2;
        int to = end + by - by / 2;
        int over = Math.max(0, to - length);
        from -= over;
        to -= over;
        int under = Math.max(0, -from);
        return new int[] {from + under, Math.min(to + under, length)};
    }

    public Size size() {
        return new Size(right - left, bottom - top);
    }

    /** The pixels of a picture that lie in the region. */
    public Picture of(Picture picture) {
        byte[] samples = cut(picture.samples(), picture.size(), picture.channels());
        return picture.hasAlpha() ? Picture.rgba(size(), samples) : Picture.rgb(size(), samples);
    }

    byte[] cut(byte[] samples, Size from, int channels) {
        if (right > from.width() || bottom > from.height()) {
            throw new IllegalArgumentException(this + " does not lie in " + from);
        }
        int row = (right - left) * channels;
        byte[] part = new byte[row * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            System.arraycopy(samples, (y * from.width() + left) * channels, part, (y - top) * row, row);
        }
        return part;
    }
}
