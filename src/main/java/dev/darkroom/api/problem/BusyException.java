package dev.darkroom.api.problem;

import java.time.Duration;

/** As many calls of a kind run as may run at once. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    /** @param retryAfter when another try is likely to find room */
    public BusyException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
