package dev.darkroom.training.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files whole, as long as they are of a sane length. */
final class SmallFile {

    private SmallFile() {}

    /** @throws IOException if it cannot be read or is longer than a picture may be */
    static byte[] read(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return read(input, ExampleDecoder.MOST_BYTES);
        }
    }

    /** @throws IOException if there is more than {@code most} to read */
    static byte[] read(InputStream input, long most) throws IOException {
        byte[] bytes = input.readNBytes((int) most + 1);
        if (bytes.length > most) {
            throw new IOException("it has more than " + most + " bytes");
        }
        return bytes;
    }
}
