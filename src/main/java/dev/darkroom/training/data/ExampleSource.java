package dev.darkroom.training.data;

import java.io.IOException;
import java.util.OptionalLong;

/**
 * Pictures with captions in an order that is a function of the source and its seed. Immutable and thread-safe; each
 * reader belongs to one thread at a time.
 */
public interface ExampleSource {

    /** What the source is, for logs and the model card: {@code 1,234 pictures of folder cats}. */
    String description();

    /** Examples in one pass, as far as it is known before all are read; empty when it is unknown or endless. */
    OptionalLong size();

    /**
     * Opens a reader that goes on where another stood.
     *
     * @param position 0 for the beginning, or what {@link ExampleReader#position} said
     * @throws IOException when the source is gone or holds nothing that can be read
     */
    ExampleReader open(long position) throws IOException;
}
