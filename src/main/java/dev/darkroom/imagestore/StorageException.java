package dev.darkroom.imagestore;

/** A picture could not be stored or read: the disk is full, read-only or gone. The message says what to do. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
