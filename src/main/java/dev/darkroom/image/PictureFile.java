package dev.darkroom.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A file that claims to be a picture, told by its first bytes and never by a name. Opening one checks its structure;
 * nothing is decoded.
 */
interface PictureFile {

    /** Name of the format, as ImageIO knows it. */
    String format();

    /**
     * The file without what carries no pixels: comments, thumbnails, colour profiles, text. Only this reaches a
     * decoder, so nothing else of an untrusted file can trouble one.
     */
    byte[] essentials();

    /** How the stored pixels are to be turned. */
    default ExifOrientation orientation() {
        return ExifOrientation.UPRIGHT;
    }

    /** What a user should know of how the file is read, as ends of a sentence that begins with its name. */
    default List<String> remarks() {
        return List.of();
    }

    /**
     * Looks at the first bytes and at the structure.
     *
     * @throws UnreadablePictureException when it is no picture of a known format or damaged
     */
    static PictureFile open(byte[] file) {
        if (starts(file, 0, "\u0089PNG\r\n\u001a\n")) {
            return PngFile.open(file);
        }
        if (starts(file, 0, "\u00ff\u00d8\u00ff")) {
            return JpegFile.open(file);
        }
        if (starts(file, 0, "RIFF") && starts(file, 8, "WEBP")) {
            return WebpFile.open(file);
        }
        if (starts(file, 0, "GIF87a") || starts(file, 0, "GIF89a")) {
            return new GifFile(file);
        }
        if (starts(file, 0, "BM")) {
            return new PlainFile("bmp", file);
        }
        throw new UnreadablePictureException(
                UnreadablePictureException.Reason.NOT_A_PICTURE,
                "this is no picture that can be read; send PNG, JPEG, WebP, GIF or BMP");
    }

    private static boolean starts(byte[] file, int offset, String signature) {
        byte[] expected = signature.getBytes(StandardCharsets.ISO_8859_1);
        int end = offset + expected.length;
        return file.length >= end && Arrays.equals(file, offset, end, expected, 0, expected.length);
    }

    /** A format whose structure the decoder itself checks. */
    @SuppressWarnings("ArrayRecordComponent")
    record PlainFile(String format, byte[] essentials) implements PictureFile {}
}
