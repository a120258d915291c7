package dev.darkroom.job;

import java.time.Duration;

/** The queue's bound is reached. */
public final class QueueFullException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    public QueueFullException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** When, by the measured pace of the queue, there will be room. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
