package dev.darkroom.image;

import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.Size;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Films as animated WebP: each frame as the library codes it, in the container of RFC 9649, section 2.7.
 */
final class AnimatedWebp {

    private static final int QUALITY = 90;
    private static final int CONTAINER_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int ANIMATION = 1 << 1;
    /** The frame replaces what was there instead of being blended with it. */
    private static final int REPLACE = 1 << 1;

    private AnimatedWebp() {}

    static byte[] encode(Film film) {
        Size size = film.frames().get(0).size();
        var chunks = new ByteArrayOutputStream();
        byte[] canvas = little(10)
                .put((byte) ANIMATION)
                .put(new byte[3])
                .put(three(size.width() - 1))
                .put(three(size.height() - 1))
                .array();
        chunk(chunks, "VP8X", canvas);
        chunk(chunks, "ANIM", new byte[6]); // background, and shown for ever
        for (int i = 0; i < film.frames().size(); i++) {
            byte[] coded = coded(film.frames().get(i));
            byte[] frame = little(16 + coded.length)
                    .put(new byte[6]) // at the origin
                    .put(three(size.width() - 1))
                    .put(three(size.height() - 1))
                    .put(three(film.millis(i)))
                    .put((byte) REPLACE)
                    .put(coded)
                    .array();
            chunk(chunks, "ANMF", frame);
        }
        return little(CONTAINER_HEADER + chunks.size())
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + chunks.size())
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(chunks.toByteArray())
                .array();
    }

    /** The chunk of a frame that holds its pixels, with its header. */
    private static byte[] coded(Picture picture) {
        byte[] file = new PictureEncoder().encode(picture.overWhite(), ImageFormat.WEBP, QUALITY, Map.of());
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int position = CONTAINER_HEADER;
        while (position + CHUNK_HEADER <= file.length) {
            String type = new String(file, position, 4, StandardCharsets.US_ASCII);
            int length = buffer.getInt(position + 4);
            int padded = CHUNK_HEADER + length + (length & 1);
            if (type.equals("VP8 ") || type.equals("VP8L")) {
                byte[] chunk = new byte[padded];
                System.arraycopy(file, position, chunk, 0, Math.min(padded, file.length - position));
                return chunk;
            }
            position += padded;
        }
        throw new IllegalStateException("the WebP library wrote a file without pixels");
    }

    private static void chunk(ByteArrayOutputStream chunks, String type, byte[] data) {
        chunks.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        chunks.writeBytes(little(4).putInt(data.length).array());
        chunks.writeBytes(data);
        if ((data.length & 1) == 1) {
            chunks.write(0);
        }
    }

    private static byte[] three(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
