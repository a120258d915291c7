package dev.darkroom.training.run;

/** Training stopped because it could not go on; the message says what to look at. */
public final class TrainingFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TrainingFailedException(String message) {
        super(message);
    }

    public TrainingFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
