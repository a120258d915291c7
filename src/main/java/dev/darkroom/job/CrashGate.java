package dev.darkroom.job;

import java.util.concurrent.Semaphore;

/**
 * Lets a job with a crash behind it run alone in its process, so that, if it is what kills workers, it takes no other
 * job with it. It waits until the jobs before it are out; the jobs behind it wait until it is out. Thread-safe.
 */
final class CrashGate {

    private final Semaphore places;
    private final int all;

    /** @param concurrency jobs at once */
    CrashGate(int concurrency) {
        this.places = new Semaphore(concurrency, true);
        this.all = concurrency;
    }

    /** Waits for a place, or for all of them; closing the pass frees them. */
    Pass enter(boolean alone) throws InterruptedException {
        int taken = alone ? all : 1;
        places.acquire(taken);
        return () -> places.release(taken);
    }

    /** Held while a job runs. */
    interface Pass extends AutoCloseable {

        @Override
        void close();
    }
}
