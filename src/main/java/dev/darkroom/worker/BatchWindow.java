package dev.darkroom.worker;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long a batch waits for loops that are about to come back. Without it, loops that were woken together would
 * return one after another and split into ever smaller batches. Thread-safe.
 */
final class BatchWindow {

    /** A batch never waits for longer than this fraction of what its last evaluation took. */
    private static final int FRACTION = 10;

    private final long longestNanos;
    private final Map<BatchKey, Integer> loops = new ConcurrentHashMap<>();
    private final Map<BatchKey, Long> lastNanos = new ConcurrentHashMap<>();

    BatchWindow(Duration longest) {
        this.longestNanos = longest.toNanos();
    }

    void joined(BatchKey key) {
        loops.merge(key, 1, Integer::sum);
    }

    void left(BatchKey key) {
        if (loops.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1) == null) {
            lastNanos.remove(key);
        }
    }

    /** Loops that evaluate under this key now. */
    int expected(BatchKey key) {
        return loops.getOrDefault(key, 1);
    }

    void took(BatchKey key, long nanos) {
        lastNanos.put(key, nanos);
    }

    /** How long a batch that has just begun to gather may wait. */
    long nanos(BatchKey key) {
        return Math.min(longestNanos, lastNanos.getOrDefault(key, 0L) / FRACTION);
    }
}
