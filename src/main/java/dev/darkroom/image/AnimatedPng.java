package dev.darkroom.image;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Films as animated PNG (PNG specification, third edition, section 11.3.6): the chunks of a PNG, with frame control in
 * front of each frame. A program that does not know of animation shows the last frame, which is therefore also the
 * default image.
 */
final class AnimatedPng {

    private static final int MILLIS = 1000;
    private static final int FOR_EVER = 0;

    private AnimatedPng() {}

    static byte[] encode(Film film) {
        Picture last = film.frames().get(film.frames().size() - 1);
        var bytes = new ByteArrayOutputStream();
        try (var png = new DataOutputStream(bytes)) {
            png.writeLong(PngEncoder.SIGNATURE);
            PngEncoder.chunk(png, "IHDR", PngEncoder.header(last));
            PngEncoder.chunk(png, "acTL", ints(film.frames().size(), FOR_EVER));
            PngEncoder.chunk(png, "IDAT", PngEncoder.pixels(last));
            int sequence = 0;
            for (int i = 0; i < film.frames().size(); i++) {
                PngEncoder.chunk(png, "fcTL", control(sequence++, film, i));
                PngEncoder.chunk(png, "fdAT", data(sequence++, film.frames().get(i)));
            }
            PngEncoder.chunk(png, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A whole frame at the origin that replaces what was there. */
    private static byte[] control(int sequence, Film film, int frame) {
        Picture picture = film.frames().get(frame);
        return ByteBuffer.allocate(26)
                .putInt(sequence)
                .putInt(picture.size().width())
                .putInt(picture.size().height())
                .putInt(0)
                .putInt(0)
                .putShort((short) film.millis(frame))
                .putShort((short) MILLIS)
                .array();
    }

    private static byte[] data(int sequence, Picture picture) throws IOException {
        byte[] pixels = PngEncoder.pixels(picture);
        return ByteBuffer.allocate(Integer.BYTES + pixels.length)
                .putInt(sequence)
                .put(pixels)
                .array();
    }

    private static byte[] ints(int first, int second) {
        return ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(first)
                .putInt(second)
                .array();
    }
}
