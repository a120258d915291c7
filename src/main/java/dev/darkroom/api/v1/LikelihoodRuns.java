package dev.darkroom.api.v1;

import dev.darkroom.api.problem.BusyException;
import dev.darkroom.api.web.Disconnects;
import dev.darkroom.generation.LikelihoodRequest;
import dev.darkroom.pipeline.GenerationCancelledException;
import dev.darkroom.pipeline.LikelihoodEstimator;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Computes one likelihood at a time on a thread of its own, until it is there or its caller hangs up; whoever comes
 * meanwhile is sent away for a while. Thread-safe.
 */
@Component
class LikelihoodRuns implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(11);
    private static final Duration COME_AGAIN = Duration.ofSeconds(30);

    private final LikelihoodEstimator estimator;
    private final Disconnects disconnects;
    private final ExecutorService thread;

    LikelihoodRuns(LikelihoodEstimator estimator, Disconnects disconnects) {
        this.estimator = estimator;
        this.disconnects = disconnects;
        CustomizableThreadFactory threads = new CustomizableThreadFactory("likelihood-");
        threads.setDaemon(true);
        thread = new ThreadPoolExecutor(0, 1, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    /**
     * The answer, later.
     *
     * @param connection of the caller; when it breaks, the run ends
     * @throws BusyException if another one runs
     */
    DeferredResult<LikelihoodView> run(LikelihoodRequest request, String connection) {
        AtomicBoolean cancelled = new AtomicBoolean();
        DeferredResult<LikelihoodView> result = new DeferredResult<>(LONGEST.toMillis());
        AutoCloseable watch = disconnects.watch(connection, () -> cancelled.set(true));
        result.onCompletion(() -> Disconnects.end(watch));
        result.onTimeout(() -> cancelled.set(true));
        try {
            thread.execute(() -> compute(request, cancelled, result));
        } catch (RejectedExecutionException busy) {
            Disconnects.end(watch);
            throw new BusyException(
                    "a likelihood is being computed already; send this one again in a while", COME_AGAIN);
        }
        return result;
    }

    private void compute(LikelihoodRequest request, AtomicBoolean cancelled, DeferredResult<LikelihoodView> result) {
        try {
            result.setResult(LikelihoodView.of(request, estimator.estimate(request, cancelled::get)));
        } catch (GenerationCancelledException hungUp) {
            result.setErrorResult(new IOException("the client has gone", hungUp));
        } catch (RuntimeException | Error failure) {
            result.setErrorResult(failure);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
