package dev.darkroom.job;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a job.
 *
 * @param id grows within a job; what {@code Last-Event-ID} refers to
 * @param type {@code queued, started, progress, preview, succeeded, failed, cancelled, expired, quarantined, requeued}
 * @param at when
 * @param data further values, JSON-ready, for example {@code step}, {@code steps}, {@code image}
 */
public record JobEvent(long id, String type, Instant at, Map<String, Object> data) {

    /** True if no event follows. */
    public boolean last() {
        return switch (type) {
            case "succeeded", "failed", "cancelled", "expired", "quarantined" -> true;
            default -> false;
        };
    }
}
