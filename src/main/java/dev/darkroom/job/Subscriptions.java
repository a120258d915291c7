package dev.darkroom.job;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** All who follow jobs' events in this process. A bounded number of threads serves them, so consumers must be quick. Thread-safe. */
final class Subscriptions implements AutoCloseable {

    /** A consumer that blocks, as one that writes to a slow client does, holds one of these. */
    private static final int THREADS = 64;

    private final EventBus bus;
    private final ThreadPoolExecutor executor;
    private final Subscription.Source source;
    private final ConcurrentHashMap<Subscription, EventBus.Registration> open = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Subscription, UUID> watchers = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UUID, Integer> watched = new ConcurrentHashMap<>();

    Subscriptions(EventLog events, EventBus bus, Clock clock) {
        this.bus = bus;
        AtomicInteger number = new AtomicInteger();
        this.executor =
                new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "job-events-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        this.source = new Subscription.Source(events, executor, clock);
    }

    /** Begins to deliver; ends by itself after the job's last event. */
    Subscription open(UUID job, long lastEventId, Consumer<JobEvent> consumer) {
        Subscription subscription = new Subscription(source, job, lastEventId, consumer, this::end);
        watchers.put(subscription, job);
        watched.merge(job, 1, Integer::sum);
        return begin(subscription);
    }

    /** Runs the action at the job's last event. Nobody looks on. */
    Subscription onFinish(UUID job, Runnable action) {
        Consumer<JobEvent> consumer = event -> {
            if (event.last()) {
                action.run();
            }
        };
        Subscription subscription = new Subscription(source, job, 0, consumer, this::end);
        return begin(subscription);
    }

    private Subscription begin(Subscription subscription) {
        open.put(subscription, bus.listen(subscription.job(), subscription::wake));
        if (subscription.closed()) {
            end(subscription); // news came and the job ended before it was put on the list
        }
        subscription.wake();
        return subscription;
    }

    private void end(Subscription subscription) {
        EventBus.Registration registration = open.remove(subscription);
        if (registration != null) {
            registration.close();
        }
        if (watchers.remove(subscription) != null) {
            watched.computeIfPresent(subscription.job(), (id, count) -> count == 1 ? null : count - 1);
        }
    }

    /** True if somebody follows the job. */
    boolean watched(UUID job) {
        return watched.containsKey(job);
    }

    /** Subscriptions that are open. */
    int size() {
        return open.size();
    }

    /** Tells all who follow or wait for a job that this process stops. Does not block. */
    void stop() {
        open.keySet().forEach(Subscription::stop);
    }

    /** Ends all subscriptions. */
    @Override
    public void close() {
        open.keySet().forEach(Subscription::close);
        executor.shutdownNow();
    }
}
