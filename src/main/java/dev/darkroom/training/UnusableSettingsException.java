package dev.darkroom.training;

/** A training run cannot begin as it is told; the message says what to change. */
public final class UnusableSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnusableSettingsException(String message) {
        super(message);
    }

    public UnusableSettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
