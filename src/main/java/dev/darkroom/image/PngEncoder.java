package dev.darkroom.image;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes PNG files (PNG specification, third edition, https://www.w3.org/TR/png-3/): header, texts in the order of
 * their map, pixels. No time stamp and no name of a program: the same picture and texts give the same bytes on the
 * same Java runtime.
 */
class PngEncoder {

    /** The first eight bytes of a file. */
    static final long SIGNATURE = 0x89504E470D0A1A0AL;

    private static final int BIT_DEPTH = 8;
    private static final byte TRUECOLOUR = 2;
    private static final byte TRUECOLOUR_WITH_ALPHA = 6;

    /** At 512x512 level 6 takes about half as long again for 9 % fewer bytes, level 9 ten times as long for 14 %. */
    private static final int DEFLATE_LEVEL = 4;

    private PngEncoder() {}

    static byte[] encode(Picture picture, Map<String, String> texts) {
        var bytes = new ByteArrayOutputStream(picture.samples().length / 2 + 1024);
        try (var png = new DataOutputStream(bytes)) {
            png.writeLong(SIGNATURE);
            chunk(png, "IHDR", header(picture));
            for (Map.Entry<String, String> text : texts.entrySet()) {
                var entry = PngText.entry(text.getKey(), text.getValue());
                chunk(png, entry.type(), entry.data());
            }
            chunk(png, "IDAT", pixels(picture));
            chunk(png, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] header(Picture picture) {
        return ByteBuffer.allocate(13)
                .putInt(picture.size().width())
                .putInt(picture.size().height())
                .put((byte) BIT_DEPTH)
                .put(picture.hasAlpha() ? TRUECOLOUR_WITH_ALPHA : TRUECOLOUR)
                .array();
    }

    static byte[] pixels(Picture picture) throws IOException {
        int stride = picture.size().width() * picture.channels();
        var filter = new PngFilter(stride, picture.channels());
        var bytes = new ByteArrayOutputStream(picture.samples().length / 2);
        var deflater = new Deflater(DEFLATE_LEVEL);
        deflater.setStrategy(Deflater.FILTERED);
        try (var compressed = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
            for (int start = 0; start < picture.samples().length; start += stride) {
                compressed.write(filter.row(picture.samples(), start));
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    static void chunk(DataOutputStream png, String type, byte[] data) throws IOException {
        var checksum = new CRC32();
        checksum.update(type.getBytes(StandardCharsets.US_ASCII));
        checksum.update(data);
        png.writeInt(data.length);
        png.writeBytes(type);
        png.write(data);
        png.writeInt((int) checksum.getValue());
    }
}
