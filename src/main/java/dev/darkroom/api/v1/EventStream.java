package dev.darkroom.api.v1;

import dev.darkroom.job.JobEvent;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * One client that listens to one job. Events wait in a bounded queue and are written by one thread at a time; a client
 * that does not read is cut off and may come back with {@code Last-Event-ID}. Thread-safe.
 */
class EventStream {

    private static final Logger log = LoggerFactory.getLogger(EventStream.class);
    private static final int LONGEST_QUEUE = 2048;

    private final UUID job;
    private final long after;
    private final SseEmitter emitter;
    private final Executor writers;
    private final Consumer<EventStream> onClose;
    private final BlockingQueue<Message> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private final AtomicBoolean writing = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable AutoCloseable subscription;

    /**
     * @param after id of the last event that the client knows
     * @param emitter where to
     * @param writers lends a thread while there is something to write
     * @param onClose hears once that the stream has ended
     */
    EventStream(UUID job, long after, SseEmitter emitter, Executor writers, Consumer<EventStream> onClose) {
        this.job = job;
        this.after = after;
        this.emitter = emitter;
        this.writers = writers;
        this.onClose = onClose;
    }

    /** Hands over the subscription that feeds the stream; it ends with it. */
    void feedBy(AutoCloseable feed) {
        subscription = feed;
        if (closed.get()) {
            closeSubscription(feed);
        }
    }

    /** Takes an event; returns at once. */
    void event(JobEvent event) {
        if (event.id() > after) {
            offer(new Message(event(job, event), event.last()));
        } else if (event.last()) {
            end();
        }
    }

    /** Writes a comment, which a client ignores and a dead connection does not survive. */
    void heartbeat() {
        offer(new Message(SseEmitter.event().comment("still here"), false));
    }

    /** Ends the stream after what is queued. */
    void end() {
        offer(new Message(null, true));
    }

    private void offer(Message message) {
        if (queue.offer(message)) {
            write();
        } else {
            close();
        }
    }

    private void write() {
        if (!queue.isEmpty() && writing.compareAndSet(false, true)) {
            try {
                writers.execute(this::drain);
            } catch (RejectedExecutionException stopping) {
                close();
            }
        }
    }

    private void drain() {
        try {
            do {
                drainQueue();
                writing.set(false);
            } while (!queue.isEmpty() && writing.compareAndSet(false, true));
        } catch (IOException | IllegalStateException gone) {
            close();
        }
    }

    private void drainQueue() throws IOException {
        for (Message next = queue.poll(); next != null; next = queue.poll()) {
            if (next.event() != null) {
                emitter.send(next.event());
            }
            if (next.last()) {
                close();
            }
        }
    }

    /** Ends the stream now. The emitter tells nobody of an end before the answer has begun, so this does. */
    void close() {
        emitter.complete();
        if (closed.compareAndSet(false, true)) {
            onClose.accept(this);
            AutoCloseable feed = subscription;
            if (feed != null) {
                closeSubscription(feed);
            }
        }
    }

    private void closeSubscription(AutoCloseable feed) {
        try {
            feed.close();
        } catch (Exception e) {
            log.warn("The subscription to the events of job {} could not be closed", job, e);
        }
    }

    private static SseEventBuilder event(UUID job, JobEvent event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("job", job.toString());
        data.put("type", event.type());
        data.put("at", event.at().toString());
        data.putAll(event.data());
        return SseEmitter.event()
                .id(Long.toString(event.id()))
                .name(event.type())
                .data(data, MediaType.APPLICATION_JSON);
    }

    /**
     * Something to write.
     *
     * @param event null for nothing
     * @param last whether the stream ends after it
     */
    private record Message(@Nullable SseEventBuilder event, boolean last) {}
}
