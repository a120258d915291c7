package dev.darkroom.job;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * Why and to when a running job goes back to the queue.
 *
 * @param reason why
 * @param due not run before; its place in line
 * @param detail for the user
 */
record Requeue(Reason reason, Instant due, String detail) {

    /** What ended the attempt. */
    enum Reason {
        /** The worker was asked to stop. */
        DRAIN,
        /** The worker died. */
        CRASH,
        /** It failed for a passing reason. */
        FAILURE
    }

    /** Data of the event that tells of it. */
    Map<String, Object> data() {
        return Map.of("reason", reason.name().toLowerCase(Locale.ROOT), "detail", detail);
    }
}
