package dev.darkroom.api.v1;

import dev.darkroom.api.web.ApiSettings;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** The threads that write answers after the thread of the request has gone back to its pool. Thread-safe. */
@Component
class AnswerThreads implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AnswerThreads.class);
    private static final int ANSWERS = 4;

    private final ExecutorService answers;
    private final ExecutorService streams;
    private final ScheduledExecutorService clock;

    AnswerThreads(ApiSettings settings) {
        answers = pool(ANSWERS, "answer-");
        streams = pool(settings.eventStreams(), "events-");
        clock = Executors.newSingleThreadScheduledExecutor(named("heartbeat-"));
    }

    /** Reads files and ends waits. */
    Executor answers() {
        return answers;
    }

    /** One thread at most for each event stream, held only while it writes; a slow client holds up nobody else. */
    Executor streams() {
        return streams;
    }

    /** Runs a short task again and again; what it throws is logged and does not end it. */
    void every(Duration period, Runnable task) {
        long millis = period.toMillis();
        ScheduledFuture<?> unused =
                clock.scheduleWithFixedDelay(() -> guarded(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.warn("A heartbeat of the event streams failed; the next one comes", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        streams.shutdownNow();
        answers.shutdown();
    }

    /** Threads come as they are needed and go when they are not. */
    private static ExecutorService pool(int threads, String prefix) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(prefix));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory named(String prefix) {
        CustomizableThreadFactory factory = new CustomizableThreadFactory(prefix);
        factory.setDaemon(true);
        return factory;
    }
}
