package dev.darkroom.api.web;

import dev.darkroom.api.problem.BusyException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets so many callers at a time do something that a call waits for; the others wait a little for their turn and are
 * then sent away. Thread-safe.
 */
public final class Turns {

    private final Semaphore free;
    private final Duration patience;

    /**
     * @param most at a time
     * @param patience how long one waits for its turn
     */
    public Turns(int most, Duration patience) {
        this.free = new Semaphore(most, true);
        this.patience = patience;
    }

    /**
     * What {@code work} gives.
     *
     * @throws BusyException if its turn did not come in time
     */
    public <T> T take(Supplier<T> work) {
        if (!acquired()) {
            throw new BusyException(
                    "as many calls of this kind run as may run at once; send this one again in a while", patience);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean acquired() {
        try {
            return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
