package dev.darkroom.image;

import dev.darkroom.image.UnreadablePictureException.Reason;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The segments of a JPEG file (ITU-T T.81, annex B).
 *
 * @param essentials the file without comments, thumbnails and profiles
 * @param orientation of the Exif segment
 * @param components colour components of a pixel
 * @param adobeTransform colour transform of an Adobe segment: 0 none, 1 YCbCr, 2 YCCK; -1 without the segment
 */
@SuppressWarnings("ArrayRecordComponent")
record JpegFile(byte[] essentials, ExifOrientation orientation, int components, int adobeTransform)
        implements PictureFile {

    @Override
    public String format() {
        return "jpeg";
    }

    @Override
    public List<String> remarks() {
        return components == CmykSamples.COMPONENTS
                ? List.of("has four inks (CMYK), read as ideal ones without a colour profile")
                : List.of();
    }

    static JpegFile open(byte[] file) {
        return new Walk(file).segments();
    }

    /** One pass over the segments. */
    private static final class Walk {

        private static final int START_OF_FRAME = 0xC0;
        private static final int HUFFMAN_TABLES = 0xC4;
        private static final int ARITHMETIC_CONDITIONING = 0xCC;
        private static final int END_OF_IMAGE = 0xD9;
        private static final int START_OF_SCAN = 0xDA;
        private static final int APP0 = 0xE0;
        private static final int APP1 = 0xE1;
        private static final int APP14 = 0xEE;
        private static final int COMMENT = 0xFE;

        /** A progressive picture has about ten; each costs a pass over all pixels. */
        private static final int MAX_SCANS = 100;

        private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

        private final byte[] file;
        private final ByteBuffer essentials;
        private ExifOrientation orientation = ExifOrientation.UPRIGHT;
        private int components;
        private int adobeTransform = -1;
        private int scans;

        Walk(byte[] file) {
            this.file = file;
            this.essentials = ByteBuffer.allocate(file.length);
        }

        JpegFile segments() {
            essentials.put(file, 0, 2);
            int position = 2;
            int marker = marker(position);
            while (marker != END_OF_IMAGE) {
                if (marker == 0xFF) {
                    position++;
                } else {
                    position = segment(marker, position);
                }
                marker = marker(position);
            }
            essentials.put(file, position, 2);
            if (components == 0 || scans == 0) {
                throw UnreadablePictureException.damaged("the JPEG file has no picture in it");
            }
            byte[] bytes = new byte[essentials.position()];
            essentials.flip().get(bytes);
            return new JpegFile(bytes, orientation, components, adobeTransform);
        }

        private int marker(int position) {
            if (position + 2 > file.length) {
                throw UnreadablePictureException.damaged("the JPEG file ends before its end marker");
            }
            if ((file[position] & 0xFF) != 0xFF) {
                throw UnreadablePictureException.damaged("the JPEG file has no marker at byte " + position);
            }
            return file[position + 1] & 0xFF;
        }

        /** Takes the segment in and returns where the next one starts. */
        private int segment(int marker, int position) {
            int length = position + 4 > file.length ? 0 : ByteBuffer.wrap(file).getShort(position + 2) & 0xFFFF;
            int end = position + 2 + length;
            if (length < 2 || end > file.length) {
                throw UnreadablePictureException.damaged("a segment of the JPEG file is cut off");
            }
            ByteBuffer content = ByteBuffer.wrap(file, position + 4, length - 2).slice();
            switch (marker) {
                case START_OF_SCAN -> end = scan(end);
                case APP1 -> exif(content);
                case APP14 -> adobe(content);
                default -> frame(marker, content);
            }
            boolean application = marker >= APP0 && marker <= 0xEF || marker == COMMENT;
            if (!application || marker == APP0 || marker == APP14) {
                essentials.put(file, position, end - position);
            }
            return end;
        }

        /** The compressed data run to the next marker that is neither a stuffed zero nor a restart. */
        private int scan(int start) {
            if (++scans > MAX_SCANS) {
                throw new UnreadablePictureException(
                        Reason.UNSUPPORTED, "the JPEG file has more than " + MAX_SCANS + " scans; save it again");
            }
            for (int i = start; i + 1 < file.length; i++) {
                int next = file[i + 1] & 0xFF;
                if ((file[i] & 0xFF) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                    return i;
                }
            }
            throw UnreadablePictureException.damaged("the JPEG file ends in the middle of the picture");
        }

        private void frame(int marker, ByteBuffer content) {
            boolean frame = marker >= START_OF_FRAME
                    && marker <= 0xCF
                    && marker != HUFFMAN_TABLES
                    && marker != 0xC8
                    && marker != ARITHMETIC_CONDITIONING;
            if (!frame) {
                return;
            }
            if (components != 0 || content.remaining() < 6 || content.get(5) < 1) {
                throw UnreadablePictureException.damaged("the JPEG file's frame header is wrong");
            }
            if (marker > START_OF_FRAME + 2) {
                throw new UnreadablePictureException(
                        Reason.UNSUPPORTED,
                        "the JPEG file is of a rare kind (lossless, hierarchical or arithmetic); save it as baseline");
            }
            components = content.get(5);
        }

        private void exif(ByteBuffer content) {
            if (content.remaining() > EXIF.length
                    && content.slice(0, EXIF.length).equals(ByteBuffer.wrap(EXIF))) {
                orientation = ExifOrientation.of(content.slice(EXIF.length, content.remaining() - EXIF.length));
            }
        }

        private void adobe(ByteBuffer content) {
            if (content.remaining() >= 12 && content.get(0) == 'A' && content.get(1) == 'd') {
                adobeTransform = content.get(11);
            }
        }
    }
}
