package dev.darkroom.image;

import dev.darkroom.generation.Size;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera held the picture: the values 1 to 8 of the Exif tag Orientation (CIPA DC-008, section 4.6.5). */
enum ExifOrientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    TURNED_180(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    TURNED_90(true, false, true),
    TRANSVERSED(true, true, true),
    TURNED_270(true, true, false);

    private static final int ORIENTATION_TAG = 0x0112;
    private static final int ENTRY_LENGTH = 12;

    private final boolean swapsAxes;
    private final boolean fromRight;
    private final boolean fromBottom;

    /**
     * @param swapsAxes a row of the upright picture is a column of the stored one
     * @param fromRight stored columns are read from the right
     * @param fromBottom stored rows are read from the bottom
     */
    ExifOrientation(boolean swapsAxes, boolean fromRight, boolean fromBottom) {
        this.swapsAxes = swapsAxes;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** The orientation an Exif block states; upright if it states none or is damaged, for then it means nothing. */
    static ExifOrientation of(ByteBuffer exif) {
        ByteBuffer tiff = exif.slice();
        if (tiff.remaining() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_LENGTH;
            if (entry + ENTRY_LENGTH > tiff.limit()) {
                return UPRIGHT;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION_TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** The upright picture. */
    Picture apply(Picture stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = stored.size().width();
        int height = stored.size().height();
        int channels = stored.channels();
        Size size = swapsAxes ? new Size(height, width) : stored.size();
        byte[] upright = new byte[stored.samples().length];
        int to = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int column = swapsAxes ? y : x;
                int row = swapsAxes ? x : y;
                column = fromRight ? width - 1 - column : column;
                row = fromBottom ? height - 1 - row : row;
                System.arraycopy(stored.samples(), (row * width + column) * channels, upright, to, channels);
                to += channels;
            }
        }
        return stored.hasAlpha() ? Picture.rgba(size, upright) : Picture.rgb(size, upright);
    }
}
