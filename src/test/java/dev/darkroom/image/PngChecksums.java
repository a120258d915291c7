package dev.darkroom.image;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Makes the checksums of a PNG file right, so that a changed file gets past them. */
final class PngChecksums {

    private PngChecksums() {}

    static void correct(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file);
        long position = PngFile.SIGNATURE_LENGTH;
        while (position + 12 <= file.length && file[1] == 'P') {
            long length = buffer.getInt((int) position) & 0xFFFF_FFFFL;
            if (position + 12 + length > file.length) {
                return;
            }
            var checksum = new CRC32();
            checksum.update(file, (int) position + 4, (int) length + 4);
            buffer.putInt((int) (position + 8 + length), (int) checksum.getValue());
            position += 12 + length;
        }
    }
}
