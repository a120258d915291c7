package dev.darkroom.job;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands one consumer the events of one job, in order and each once. News only wakes it; what it delivers it reads from
 * the rows, so a slow consumer holds no memory and finds the later events when it is ready. At most one thread delivers
 * at a time, and only while there is something to deliver.
 */
final class Subscription implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    private final UUID job;
    private final EventLog events;
    private final Consumer<JobEvent> consumer;
    private final Executor executor;
    private final Clock clock;
    private final Consumer<Subscription> onEnd;
    /** News that came since the delivery began; a delivery runs while it is above 0. */
    private final AtomicInteger news = new AtomicInteger();

    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean stopping;
    private long lastId;

    Subscription(Source source, UUID job, long lastId, Consumer<JobEvent> consumer, Consumer<Subscription> onEnd) {
        this.job = job;
        this.events = source.events();
        this.executor = source.executor();
        this.clock = source.clock();
        this.lastId = lastId;
        this.consumer = consumer;
        this.onEnd = onEnd;
    }

    /**
     * Where events come from.
     *
     * @param events all events
     * @param executor delivers
     * @param clock now
     */
    record Source(EventLog events, Executor executor, Clock clock) {}

    /** There may be something new. Does not block. */
    void wake() {
        if (!closed() && news.getAndIncrement() == 0) {
            executor.execute(this::deliver);
        }
    }

    /** Ends after what is stored, with a word about it. Does not block. */
    void stop() {
        stopping = true;
        wake();
    }

    UUID job() {
        return job;
    }

    boolean closed() {
        return closed.get();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            onEnd.accept(this);
        }
    }

    private void deliver() {
        int seen = news.get();
        try {
            while (!closed() && seen > 0) {
                boolean stops = stopping; // asked before reading: what was stored by then is still delivered
                if (deliverStored() == 0 && !events.knows(job)) {
                    deliverDeletion();
                }
                if (stops && !closed()) {
                    consumer.accept(new JobEvent(lastId, "closing", now(), Map.of()));
                    close();
                }
                seen = news.addAndGet(-seen);
            }
        } catch (RuntimeException e) {
            LOG.info("Events of job {} end because they cannot be delivered: {}", job, e.toString());
            close();
        }
    }

    private int deliverStored() {
        int delivered = 0;
        for (List<JobEvent> batch = next(); !batch.isEmpty(); batch = next()) {
            for (JobEvent event : batch) {
                if (closed()) {
                    return delivered;
                }
                delivered++;
                lastId = event.id();
                consumer.accept(event);
                if (event.last()) {
                    close();
                }
            }
        }
        return delivered;
    }

    /** The rows of a deleted job are gone; who followed it still hears of its end. */
    private void deliverDeletion() {
        if (!closed()) {
            consumer.accept(new JobEvent(lastId + 1, "cancelled", now(), Map.of("detail", "deleted")));
            close();
        }
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private List<JobEvent> next() {
        return closed() ? List.of() : events.after(job, lastId);
    }
}
