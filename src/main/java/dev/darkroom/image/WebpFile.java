package dev.darkroom.image;

import dev.darkroom.image.UnreadablePictureException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A WebP file: a RIFF container (RFC 9649, section 2).
 *
 * @param essentials the file as it is: its decoder reads nothing but pixels
 * @param orientation of the Exif chunk
 */
@SuppressWarnings("ArrayRecordComponent")
record WebpFile(byte[] essentials, ExifOrientation orientation) implements PictureFile {

    private static final int CONTAINER_HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    @Override
    public String format() {
        return "webp";
    }

    static WebpFile open(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long end = (buffer.getInt(4) & 0xFFFF_FFFFL) + CHUNK_HEADER;
        if (end > file.length) {
            throw UnreadablePictureException.damaged("the WebP file says it has more bytes than there are");
        }
        ExifOrientation orientation = ExifOrientation.UPRIGHT;
        long position = CONTAINER_HEADER;
        while (position + CHUNK_HEADER <= end) {
            String type = new String(file, (int) position, 4, StandardCharsets.ISO_8859_1);
            long length = buffer.getInt((int) position + 4) & 0xFFFF_FFFFL;
            if (position + CHUNK_HEADER + length > end) {
                throw UnreadablePictureException.damaged("a chunk of the WebP file is cut off");
            }
            if (type.equals("ANIM")) {
                throw new UnreadablePictureException(
                        Reason.UNSUPPORTED, "the WebP file is an animation; send a single picture");
            }
            if (type.equals("EXIF")) {
                orientation = ExifOrientation.of(buffer.slice((int) position + CHUNK_HEADER, (int) length));
            }
            position += CHUNK_HEADER + length + (length & 1);
        }
        return new WebpFile(file, orientation);
    }
}
