package dev.darkroom.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a running job is to stop, and why. Signals of this process count at once; the row, which other processes
 * write, is read at a bounded rate. The first reason found stays. Thread-safe.
 */
final class StopSignal {

    private final Lease lease;
    private final StoredJob.Line line;
    private final JobRows rows;
    private final Drain drain;
    private final Clock clock;
    private final Duration rowInterval;
    private volatile @Nullable StopReason reason;
    private volatile Instant nextRowCheck;

    StopSignal(Lease lease, StoredJob.Line line, Watch watch) {
        this.lease = lease;
        this.line = line;
        this.rows = watch.rows();
        this.drain = watch.drain();
        this.clock = watch.clock();
        this.rowInterval = watch.rowInterval();
        this.nextRowCheck = clock.instant(); // at once, for a request that came before the job was known to run here
    }

    /**
     * Where reasons to stop come from.
     *
     * @param rows the jobs
     * @param drain of this process
     * @param clock now
     * @param rowInterval shortest time between two looks at the row
     */
    record Watch(JobRows rows, Drain drain, Clock clock, Duration rowInterval) {}

    /** Stops the job for a reason, if it has none yet. */
    synchronized void stop(StopReason why) {
        if (reason == null) {
            reason = why;
        }
    }

    /** Why to stop; empty to go on. */
    Optional<StopReason> reason() {
        if (reason == null) {
            look();
        }
        return Optional.ofNullable(reason);
    }

    private void look() {
        Instant now = clock.instant();
        if (line.expired(now)) {
            stop(StopReason.DEADLINE);
        } else if (drain.over()) {
            stop(StopReason.DRAIN);
        } else if (!now.isBefore(nextRowCheck)) {
            nextRowCheck = now.plus(rowInterval);
            Optional<Boolean> cancelRequested = rows.cancelRequested(lease);
            if (cancelRequested.isEmpty()) {
                stop(StopReason.LEASE_LOST);
            } else if (cancelRequested.get()) {
                stop(StopReason.CANCEL);
            }
        }
    }
}
