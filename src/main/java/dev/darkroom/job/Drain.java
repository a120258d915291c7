package dev.darkroom.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The way out of a process that was asked to stop: no job is begun any more, running ones have until a moment. Thread-safe. */
final class Drain {

    private final Clock clock;
    private final Duration patience;
    private volatile @Nullable Instant end;

    /** @param patience how long running jobs may go on */
    Drain(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /** From now on no job is begun. */
    synchronized void begin() {
        if (end == null) {
            end = clock.instant().plus(patience);
        }
    }

    boolean begun() {
        return end != null;
    }

    /** True once running jobs must stop. */
    boolean over() {
        Instant moment = end;
        return moment != null && !clock.instant().isBefore(moment);
    }
}
