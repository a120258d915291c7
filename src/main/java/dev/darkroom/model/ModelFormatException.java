package dev.darkroom.model;

/** A model's files cannot be used; the message names the file, what is wrong in it and, where possible, the way out. */
public final class ModelFormatException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ModelFormatException(String message) {
        super(message);
    }

    public ModelFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
