package dev.darkroom.imagestore;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * An opened file; whoever opened it closes it.
 *
 * @param length bytes in all
 * @param content the bytes, read once
 */
public record StoredFile(long length, InputStream content) implements Closeable {

    /** Everything that is left to read. */
    public byte[] readAll() throws IOException {
        return content.readAllBytes();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
