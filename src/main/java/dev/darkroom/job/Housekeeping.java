package dev.darkroom.job;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what has to be done from time to time, on one thread of its own. */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final List<Chore> chores;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "job-housekeeping");
        thread.setDaemon(true);
        return thread;
    });

    Housekeeping(List<Chore> chores) {
        this.chores = List.copyOf(chores);
    }

    /**
     * Something to do again and again.
     *
     * @param name for the log
     * @param interval between its end and its next begin
     * @param work what to do
     */
    record Chore(String name, Duration interval, Runnable work) {}

    void start() {
        for (Chore chore : chores) {
            long millis = chore.interval().toMillis();
            executor.scheduleWithFixedDelay(() -> run(chore), Math.min(millis, 5000), millis, TimeUnit.MILLISECONDS);
        }
    }

    private static void run(Chore chore) {
        try {
            chore.work().run();
        } catch (RuntimeException e) {
            LOG.warn("Housekeeping ({}) failed and will be tried again in {}.", chore.name(), chore.interval(), e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
