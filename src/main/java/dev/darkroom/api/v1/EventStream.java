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
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * One client that listens to one job. Events wait in a bounded queue and are written by one thread at a time; a client
 * that does not read is cut off and may come back with {@code Last-Event-ID}. Thread-safe.
 */
class EventStream {

    private static final int LONGEST_QUEUE = 2048;

    private final UUID job;
    private final long after;
    private final SseEmitter emitter;
    private final Executor writers;
    private final BlockingQueue<Message> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private final AtomicBoolean writing = new AtomicBoolean();

    /**
     * @param after id of the last event that the client knows
     * @param emitter where to
     * @param writers lends a thread while there is something to write
     */
    EventStream(UUID job, long after, SseEmitter emitter, Executor writers) {
        this.job = job;
        this.after = after;
        this.emitter = emitter;
        this.writers = writers;
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
            emitter.complete();
        }
    }

    private void write() {
        if (!queue.isEmpty() && writing.compareAndSet(false, true)) {
            try {
                writers.execute(this::drain);
            } catch (RejectedExecutionException stopping) {
                emitter.complete();
            }
        }
    }

    private void drain() {
        try {
            for (Message next = queue.poll(); next != null; next = queue.poll()) {
                if (next.event() != null) {
                    emitter.send(next.event());
                }
                if (next.last()) {
                    emitter.complete();
                    return;
                }
            }
        } catch (IOException | IllegalStateException gone) {
            emitter.complete();
            return;
        } finally {
            writing.set(false);
        }
        write();
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
