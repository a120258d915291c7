package dev.darkroom.imagestore;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps files under keys such as {@code results/3f/0190…/2-0.png}. A file appears whole or not at all, and survives a
 * crash once {@link #put} has returned. Thread-safe.
 *
 * <p>A key is 1 to 16 names joined by {@code /}; a name is 1 to 100 of {@code A-Z a-z 0-9 . _ -} and does not begin
 * with a dot. Any other key is refused with an {@link IllegalArgumentException}, so no key leads out of the store.
 */
public interface ImageStore {

    /**
     * Stores bytes under a key; an earlier file of that key is replaced.
     *
     * @throws StorageException when the store takes no more; says why
     */
    void put(String key, byte[] bytes);

    /**
     * The file of a key; the caller closes it. Empty if there is none.
     *
     * @throws StorageException when the store cannot be read
     */
    Optional<StoredFile> open(String key);

    /** What is known of a file without reading it; empty if there is none. */
    Optional<Entry> find(String key);

    /** Removes a file; false if there was none. */
    boolean delete(String key);

    /** Removes what puts that were interrupted before then have left; says how many. */
    int deleteUnfinished(Instant then);

    /** All files whose key begins with the names in {@code folder}, in no order; the caller closes the stream. */
    Stream<Entry> list(String folder);

    /**
     * A file in the store.
     *
     * @param key its key
     * @param length bytes
     * @param modified when it was last put
     */
    record Entry(String key, long length, Instant modified) {}
}
