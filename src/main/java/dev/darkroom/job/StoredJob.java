package dev.darkroom.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code job}.
 *
 * @param job what the rest of the service sees; its queue place is null
 * @param line what decides about its turn
 * @param token of the last attempt
 * @param cancelRequested whether somebody asked for its end
 * @param crashes how often its worker died
 * @param failures how often it failed for a passing reason
 * @param bodyHash of what the client sent
 */
record StoredJob(Job job, Line line, long token, boolean cancelRequested, int crashes, int failures, String bodyHash) {

    /**
     * @param priority higher goes first
     * @param due its place among equals; not run before
     * @param deadline when it expires; null for never
     * @param cost pixels x steps x pictures
     */
    record Line(int priority, Instant due, @Nullable Instant deadline, long cost) {

        boolean expired(Instant now) {
            return deadline != null && !now.isBefore(deadline);
        }
    }
}
