package dev.darkroom.job;

/** An idempotency key came again with another body. */
public final class IdempotencyConflictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public IdempotencyConflictException(String message) {
        super(message);
    }
}
