package dev.darkroom.training.data;

import java.io.Closeable;
import java.io.IOException;

/**
 * Reads a source without end: after the last example the next pass begins, in another order. Not thread-safe. Who opens
 * it closes it.
 */
public interface ExampleReader extends Closeable {

    /**
     * The next example. Broken ones are passed over and counted.
     *
     * @throws IOException when the source is gone, or a whole pass held nothing usable
     */
    Example next() throws IOException;

    /** Where a reader that is opened later goes on with what {@link #next} would answer now. */
    long position();

    /** Examples passed over since this reader was opened, because they were broken or had no picture. */
    long skipped();
}
