package dev.darkroom.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A frame of an animated WebP file as a file of its own (RFC 9649, section 2.7). */
final class WebpFrame {

    /** Place, size, duration and flags of a frame, before its picture. */
    private static final int FRAME_HEADER = 16;

    private static final int SIZE = 6;
    private static final int SIZE_LENGTH = 6;
    private static final int EXTENDED = 18;
    private static final byte ALPHA = 1 << 4;

    private WebpFrame() {}

    /** The four characters at a place. */
    static String type(ByteBuffer buffer, int position) {
        byte[] type = new byte[4];
        buffer.get(position, type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    /**
     * The file of a frame.
     *
     * @param frame content of its chunk
     */
    static byte[] alone(ByteBuffer frame) {
        if (frame.remaining() < FRAME_HEADER + 4) {
            throw UnreadablePictureException.damaged("a frame of the WebP file is cut off");
        }
        ByteBuffer picture = frame.slice(FRAME_HEADER, frame.remaining() - FRAME_HEADER);
        boolean alpha = type(picture, 0).equals("ALPH");
        int length = 4 + (alpha ? EXTENDED : 0) + picture.remaining();
        ByteBuffer file = ByteBuffer.allocate(8 + length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(length).put(ascii("WEBP"));
        if (alpha) {
            file.put(ascii("VP8X")).putInt(EXTENDED - 8).putInt(ALPHA).put(frame.slice(SIZE, SIZE_LENGTH));
        }
        return file.put(picture).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
