package dev.darkroom.api.v1;

import dev.darkroom.api.web.ApiSettings;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** The threads that write answers after the thread of the request has gone back to its pool. Thread-safe. */
@Component
class AnswerThreads implements AutoCloseable {

    private static final int ANSWERS = 4;

    private final ThreadPoolExecutor answers;
    private final ExecutorService streams;
    private final ScheduledExecutorService clock;

    AnswerThreads(ApiSettings settings) {
        answers = new ThreadPoolExecutor(
                ANSWERS, ANSWERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("answer-"));
        answers.allowCoreThreadTimeOut(true);
        streams = new ThreadPoolExecutor(
                0, settings.eventStreams(), 30, TimeUnit.SECONDS, new SynchronousQueue<>(), named("events-"));
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

    /** Short tasks at fixed times. */
    ScheduledExecutorService clock() {
        return clock;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        streams.shutdownNow();
        answers.shutdown();
    }

    private static ThreadFactory named(String prefix) {
        CustomizableThreadFactory factory = new CustomizableThreadFactory(prefix);
        factory.setDaemon(true);
        return factory;
    }
}
