package dev.darkroom.api.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Notices that a client went away while its answer is still being made. A servlet container tells of that only when it
 * writes, so the connections that somebody watches are looked at a few times a second. Thread-safe.
 */
@Component
public class Disconnects implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Disconnects.class);
    private static final long PERIOD_MS = 250;

    private final OpenConnections connections;
    private final Map<Watch, String> watches = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock;

    Disconnects(OpenConnections connections) {
        this.connections = connections;
        CustomizableThreadFactory threads = new CustomizableThreadFactory("disconnects-");
        threads.setDaemon(true);
        clock = Executors.newSingleThreadScheduledExecutor(threads);
        ScheduledFuture<?> unused =
                clock.scheduleWithFixedDelay(this::look, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    /**
     * Runs {@code action} once if the connection breaks before the watch is closed.
     *
     * @param connection id of the connection, as the servlet API gives it
     */
    public AutoCloseable watch(String connection, Runnable action) {
        Watch watch = new Watch(action);
        watches.put(watch, connection);
        return () -> watches.remove(watch);
    }

    /** Ends a watch. */
    public static void end(AutoCloseable watch) {
        try {
            watch.close();
        } catch (Exception e) {
            throw new IllegalStateException("closing a watch does not fail", e);
        }
    }

    private void look() {
        if (!watches.isEmpty()) {
            watches.forEach((watch, connection) -> {
                if (connections.broken(connection) && watches.remove(watch) != null) {
                    run(watch.action());
                }
            });
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            log.warn("What was to be done when a client goes away failed", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** One wish to be told; compared by identity. */
    private static final class Watch {

        private final Runnable action;

        Watch(Runnable action) {
            this.action = action;
        }

        Runnable action() {
            return action;
        }
    }
}
