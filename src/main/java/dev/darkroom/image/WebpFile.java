package dev.darkroom.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A WebP file: a RIFF container (RFC 9649, section 2).
 *
 * @param essentials the file as it is, for its decoder reads nothing but pixels; of an animation the first frame
 * @param orientation of the Exif chunk
 * @param animated whether there are several frames
 */
@SuppressWarnings("ArrayRecordComponent")
record WebpFile(byte[] essentials, ExifOrientation orientation, boolean animated) implements PictureFile {

    private static final int CONTAINER_HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    @Override
    public String format() {
        return "webp";
    }

    @Override
    public List<String> remarks() {
        return animated ? List.of("is an animation, of which the first frame is used") : List.of();
    }

    static WebpFile open(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long end = (buffer.getInt(4) & 0xFFFF_FFFFL) + CHUNK_HEADER;
        if (end > file.length) {
            throw UnreadablePictureException.damaged("the WebP file says it has more bytes than there are");
        }
        ExifOrientation orientation = ExifOrientation.UPRIGHT;
        byte[] essentials = file;
        long position = CONTAINER_HEADER;
        while (position + CHUNK_HEADER <= end) {
            String type = WebpFrame.type(buffer, (int) position);
            long length = buffer.getInt((int) position + 4) & 0xFFFF_FFFFL;
            if (position + CHUNK_HEADER + length > end) {
                throw UnreadablePictureException.damaged("a chunk of the WebP file is cut off");
            }
            ByteBuffer content = buffer.slice((int) position + CHUNK_HEADER, (int) length);
            if (type.equals("ANMF") && essentials == file) {
                essentials = WebpFrame.alone(content);
            }
            if (type.equals("EXIF")) {
                orientation = ExifOrientation.of(content);
            }
            position += CHUNK_HEADER + length + (length & 1);
        }
        return new WebpFile(essentials, orientation, essentials != file);
    }
}
