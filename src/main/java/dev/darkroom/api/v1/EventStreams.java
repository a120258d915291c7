package dev.darkroom.api.v1;

import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.problem.ProblemType;
import dev.darkroom.api.web.ApiSettings;
import dev.darkroom.job.Job;
import dev.darkroom.job.Jobs;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** All open event streams: a bounded number, each kept alive, each closed after its job's last event. Thread-safe. */
@Component
class EventStreams {

    private static final Logger log = LoggerFactory.getLogger(EventStreams.class);

    private final Jobs jobs;
    private final AnswerThreads threads;
    private final Semaphore free;
    private final Map<EventStream, UUID> open = new ConcurrentHashMap<>();

    EventStreams(Jobs jobs, AnswerThreads threads, ApiSettings settings, MeterRegistry meters) {
        this.jobs = jobs;
        this.threads = threads;
        this.free = new Semaphore(settings.eventStreams());
        meters.gauge("darkroom.api.event.streams", open, Map::size);
        threads.every(settings.heartbeat(), this::heartbeat);
    }

    /**
     * Begins a stream with the first event after {@code after}.
     *
     * @throws ProblemException if there is no such job, or too many streams are open
     */
    SseEmitter open(UUID id, long after) {
        Job job = jobs.find(id).orElseThrow(() -> ProblemException.noJob(id));
        if (!free.tryAcquire()) {
            throw new ProblemException(ProblemType.TOO_MANY_STREAMS, ProblemType.TOO_MANY_STREAMS.remedy());
        }
        SseEmitter emitter = new SseEmitter(0L);
        EventStream stream = new EventStream(job.id(), after, emitter, threads.streams(), this::closed);
        open.put(stream, id);
        emitter.onError(failure -> log.debug("A client of the events of job {} is gone: {}", id, failure.toString()));
        emitter.onCompletion(stream::close);
        // From one event earlier, so that a client which knows the last event already is told by the end of the stream.
        stream.feedBy(jobs.subscribe(id, Math.max(0, after - 1), stream::event));
        return emitter;
    }

    /** Streams that are open. */
    int size() {
        return open.size();
    }

    private void closed(EventStream stream) {
        if (open.remove(stream) != null) {
            free.release();
        }
    }

    private void heartbeat() {
        open.forEach((stream, id) -> {
            if (jobs.find(id).isPresent()) {
                stream.heartbeat();
            } else {
                stream.end();
            }
        });
    }
}
