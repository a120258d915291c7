package dev.darkroom.job;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a job.
 *
 * @param id grows within a job; what {@code Last-Event-ID} refers to
 * @param type {@code queued, started, progress, preview, succeeded, failed, cancelled, expired, quarantined, requeued},
 *     and, with the id of the event before it and never stored, {@code closing}: this process stops while the job goes
 *     on elsewhere or later; ask again with the id
 * @param at when
 * @param data further values, JSON-ready, for example {@code step}, {@code steps}, {@code image}
 */
public record JobEvent(long id, String type, Instant at, Map<String, Object> data) {

    /** True if no event follows in this process. */
    public boolean last() {
        return switch (type) {
            case "succeeded", "failed", "cancelled", "expired", "quarantined", "closing" -> true;
            default -> false;
        };
    }
}
