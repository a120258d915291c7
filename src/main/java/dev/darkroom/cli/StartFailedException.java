package dev.darkroom.cli;

/** The service or the engine did not start; what to do about it has been said already. */
final class StartFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StartFailedException(RuntimeException cause) {
        super("did not start", cause);
    }
}
