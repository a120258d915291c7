package dev.darkroom.image;

import java.util.List;

/**
 * A GIF file (GIF89a specification, W3C); its decoder checks the rest.
 *
 * @param essentials the file as it is
 */
@SuppressWarnings("ArrayRecordComponent")
record GifFile(byte[] essentials) implements PictureFile {

    private static final int HEADER = 13;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int IMAGE_DESCRIPTOR = 10;

    @Override
    public String format() {
        return "gif";
    }

    @Override
    public List<String> remarks() {
        return frames() > 1 ? List.of("is an animation, of which the first frame is used") : List.of();
    }

    /** Frames up to the second; fewer where the file is cut off. */
    private int frames() {
        int frames = 0;
        int position = HEADER + colours(HEADER - 3);
        while (position < essentials.length && frames < 2) {
            int block = essentials[position] & 0xFF;
            if (block == EXTENSION) {
                position = afterBlocks(position + 2);
            } else if (block == IMAGE) {
                frames++;
                position = afterBlocks(position + IMAGE_DESCRIPTOR + colours(position + IMAGE_DESCRIPTOR - 1) + 1);
            } else {
                return frames;
            }
        }
        return frames;
    }

    /** Bytes of the colour table that the flags at a place announce. */
    private int colours(int place) {
        int flags = place < essentials.length ? essentials[place] : 0;
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private int afterBlocks(int place) {
        int position = place;
        while (position < essentials.length && essentials[position] != 0) {
            position += (essentials[position] & 0xFF) + 1;
        }
        return position + 1;
    }
}
